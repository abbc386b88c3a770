namespace Karkhana.Methods.Econometrics;

/// <summary>How the covariance of estimates beside fixed effects is estimated.</summary>
public enum FixedEffectsCovariance
{
    /// <summary>One error variance for all rows.</summary>
    Iid,

    /// <summary>Any variance by row, times n/(n − K).</summary>
    Heteroskedastic,

    /// <summary>Errors may be correlated within clusters.</summary>
    Cluster,
}
