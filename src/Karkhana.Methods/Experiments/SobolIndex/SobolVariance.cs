namespace Karkhana.Methods.Experiments;

/// <summary>The variance that Sobol indices are shares of.</summary>
public enum SobolVariance
{
    /// <summary>Of A and B together, divisor n; sums of products over n, of squares over 2n.</summary>
    Pooled,

    /// <summary>Of A, divisor n − 1; sums of products over n − 1, of squares over 2n − 1.</summary>
    Sample,
}
