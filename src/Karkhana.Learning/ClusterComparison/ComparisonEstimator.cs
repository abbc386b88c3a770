namespace Karkhana.Learning;

/// <summary>How clustered and dispersed firms are made comparable.</summary>
public enum ComparisonEstimator
{
    /// <summary>Not at all: the plain gap.</summary>
    Unadjusted,

    /// <summary>A regression holds the covariates equal.</summary>
    Regression,

    /// <summary>Each clustered firm beside the dispersed firm that was as likely to be clustered.</summary>
    NearestNeighbour,

    /// <summary>Each clustered firm beside a mean of the dispersed firms near it.</summary>
    Kernel,

    /// <summary>Dispersed firms weighted until means and squares are those of the clustered.</summary>
    EntropyBalancing,

    /// <summary>Regression and weighting together, each firm judged by models that did not see its place: the default.</summary>
    AugmentedWeighting,
}
