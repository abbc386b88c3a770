namespace Karkhana.Methods.Econometrics;

/// <summary>How the covariance of least-squares estimates is estimated.</summary>
public enum CovarianceEstimator
{
    /// <summary>One error variance for all rows: s² (X'X)⁻¹.</summary>
    Classical,

    /// <summary>White's, without correction.</summary>
    Hc0,

    /// <summary>Times n/(n − k).</summary>
    Hc1,

    /// <summary>Squared residuals over 1 − h.</summary>
    Hc2,

    /// <summary>Squared residuals over (1 − h)²; close to the jackknife.</summary>
    Hc3,

    /// <summary>Squared residuals over (1 − h) to the power min(4, nh/k).</summary>
    Hc4,
}
