namespace Karkhana.Methods.Econometrics;

/// <summary>How the null distribution of the signed-rank sum is computed.</summary>
public enum SignedRankDistribution
{
    /// <summary>Exactly up to 100 pairs that differ, else by the normal distribution.</summary>
    Automatic,

    /// <summary>By adding up the probabilities of all sums.</summary>
    Exact,

    /// <summary>By the normal distribution, without continuity correction.</summary>
    Normal,
}
