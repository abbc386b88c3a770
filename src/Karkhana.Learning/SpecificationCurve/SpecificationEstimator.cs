namespace Karkhana.Learning;

/// <summary>How an association of the specification curve is estimated.</summary>
public enum SpecificationEstimator
{
    /// <summary>Least squares with what is held equal.</summary>
    LeastSquares,

    /// <summary>The same, dispersed firms weighted so that their means of what is held equal are those of the clustered (entropy balancing); for a term of
    /// zeros and ones.</summary>
    EntropyBalancing,

    /// <summary>The same with an effect of each place, so that only firms of one place are compared; for a term that varies within places.</summary>
    PlaceEffects,
}
