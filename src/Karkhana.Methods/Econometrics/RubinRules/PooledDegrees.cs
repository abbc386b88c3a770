namespace Karkhana.Methods.Econometrics;

/// <summary>How degrees of freedom are combined over runs on several plausible data sets.</summary>
public enum PooledDegrees
{
    /// <summary>Those of the complete data shrink with the share of the variance that lies between runs: where they count observations, of which
    /// fewer are known. Source: Barnard and Rubin 1999, doi:10.1093/biomet/86.4.948.</summary>
    BarnardRubin,

    /// <summary>Those of a sum of two variances, 1/ν = (1 − s)²/ν₀ + s²/(m − 1) with s the share between runs and ν₀ those of the complete data: where
    /// these count clusters, all of which are known however much is missing within them. Source: Satterthwaite 1946,
    /// doi:10.2307/3002019; for plausible values in samples of clusters Johnson and Rust 1992, doi:10.3102/10769986017002175.</summary>
    Satterthwaite,
}
