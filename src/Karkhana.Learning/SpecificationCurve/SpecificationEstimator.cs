namespace Karkhana.Learning;

/// <summary>How an association of the specification curve is estimated.</summary>
public enum SpecificationEstimator
{
    /// <summary>Least squares with what is held equal.</summary>
    LeastSquares,

    /// <summary>Dispersed firms weighted until what is held equal is alike, as in <see cref="ClusterComparison"/>; for a term of zeros and ones.</summary>
    EntropyBalancing,

    /// <summary>Least squares with an effect of each place, so that only firms of one place are compared; for a term that varies within places.</summary>
    PlaceEffects,

    /// <summary>Each clustered firm beside the dispersed firm that was as likely to be clustered, as in <see cref="ClusterComparison"/>; for a term of zeros and ones.</summary>
    NearestNeighbour,

    /// <summary>Cross-fitted augmented weighting, as in <see cref="ClusterComparison"/>; for a term of zeros and ones.</summary>
    AugmentedWeighting,
}
