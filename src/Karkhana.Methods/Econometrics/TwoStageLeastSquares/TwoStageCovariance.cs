namespace Karkhana.Methods.Econometrics;

/// <summary>How the covariance of two-stage estimates is estimated.</summary>
public enum TwoStageCovariance
{
    /// <summary>One error variance for all rows.</summary>
    Classical,

    /// <summary>White's, without correction.</summary>
    Hc0,

    /// <summary>Times n/(n − K).</summary>
    Hc1,

    /// <summary>Errors may go together within clusters; times G/(G − 1)·(n − 1)/(n − K).</summary>
    Cluster,
}
