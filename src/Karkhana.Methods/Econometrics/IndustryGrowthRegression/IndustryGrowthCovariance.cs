namespace Karkhana.Methods.Econometrics;

/// <summary>How the errors of an industry growth regression are taken.</summary>
public enum IndustryGrowthCovariance
{
    /// <summary>One variance for all cells.</summary>
    Classical,

    /// <summary>Errors of one region may go together (cr1).</summary>
    ClusterRegion,
}
