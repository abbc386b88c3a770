namespace Karkhana.Methods;

/// <summary>How limits are read from bootstrap estimates.</summary>
public enum BootstrapInterval
{
    /// <summary>Quantiles of type 7 at the two tails.</summary>
    Percentile,

    /// <summary>Quantiles moved by the share of draws below the estimate.</summary>
    BiasCorrected,

    /// <summary>The same, moved also by the skewness of leaving one row, or one cluster, out.</summary>
    BiasCorrectedAccelerated,
}
