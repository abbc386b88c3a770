namespace Karkhana.Learning;

/// <summary>How an equation about firms in places was estimated; the number of places decides.</summary>
public enum MultilevelEstimator
{
    /// <summary>20 places or more: a mixed model with Satterthwaite's degrees of freedom.</summary>
    MixedModel,

    /// <summary>8 to 19 places: a mixed model with the errors and degrees of freedom of Kenward and Roger.</summary>
    SmallSampleMixedModel,

    /// <summary>Fewer than 8 places, or too few for the place means asked for: effects of places taken out; what lies between places is described, not
    /// estimated.</summary>
    PlaceEffects,
}
