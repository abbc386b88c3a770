namespace Karkhana.Methods.Econometrics;

/// <summary>How the covariance of Poisson estimates is estimated.</summary>
public enum PoissonCovariance
{
    /// <summary>The inverse of the expected information: right when the variance is the mean.</summary>
    Expected,

    /// <summary>Sandwich with squared scores by row, without factor.</summary>
    Sandwich,

    /// <summary>Expected times the dispersion: right when the variance is proportional to the mean.</summary>
    Quasi,

    /// <summary>Errors may be correlated within clusters.</summary>
    Cluster,
}
