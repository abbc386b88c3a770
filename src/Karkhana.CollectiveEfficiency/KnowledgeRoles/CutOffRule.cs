namespace Karkhana.CollectiveEfficiency;

/// <summary>How the line between high and low is found.</summary>
public enum CutOffRule
{
    /// <summary>The median of the values.</summary>
    Median,

    /// <summary>The mean of the values.</summary>
    Mean,

    /// <summary>A quantile of the values, by linear interpolation (type 7).</summary>
    Percentile,

    /// <summary>A stated value.</summary>
    Absolute,

    /// <summary>The value of the k-th highest firm.</summary>
    TopCount,
}
