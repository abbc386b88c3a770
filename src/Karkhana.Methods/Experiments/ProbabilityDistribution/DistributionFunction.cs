namespace Karkhana.Methods.Experiments;

/// <summary>The functions of a distribution.</summary>
public enum DistributionFunction
{
    /// <summary>P(X ≤ x).</summary>
    Cumulative,

    /// <summary>The density; for counts the probability of x.</summary>
    Density,

    /// <summary>P(X &gt; x).</summary>
    Survival,

    /// <summary>ln P(X ≤ x), also where P(X ≤ x) is below the least number.</summary>
    LogCumulative,

    /// <summary>The least x with P(X ≤ x) of at least the argument.</summary>
    Quantile,
}
