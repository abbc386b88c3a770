namespace Karkhana.Methods.Econometrics;

/// <summary>The small-sample correction of a cluster-robust covariance.</summary>
public enum ClusterCorrection
{
    /// <summary>None.</summary>
    Cr0,

    /// <summary>Times G/(G − 1) · (n − 1)/(n − k).</summary>
    Cr1,

    /// <summary>Residuals of a cluster times (I − H)^(−1/2): unbiased when errors are independent.</summary>
    Cr2,

    /// <summary>Residuals of a cluster times (I − H)⁻¹: close to leaving one cluster out.</summary>
    Cr3,
}
