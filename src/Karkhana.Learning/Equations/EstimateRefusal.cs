namespace Karkhana.Learning;

/// <summary>Why an association was not estimated.</summary>
public enum EstimateRefusal
{
    /// <summary>Too few firms are complete, or the term does not vary among them.</summary>
    FewFirms,

    /// <summary>Nothing is held equal, so that there is nothing to make firms alike in.</summary>
    NothingHeld,

    /// <summary>Clustered and dispersed firms do not overlap enough in what is held equal.</summary>
    NoOverlap,

    /// <summary>After matching or weighting, firms are still apart by a tenth of a standard deviation or more in something that is held equal, or no weights make them alike.</summary>
    NotAlike,

    /// <summary>The estimator takes no sampling weights.</summary>
    SamplingWeights,

    /// <summary>The term does not vary within places that hold several firms.</summary>
    NothingWithinPlaces,
}
