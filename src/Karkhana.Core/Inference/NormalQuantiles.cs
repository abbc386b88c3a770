namespace Karkhana.Core.Inference;

/// <summary>Quantiles of the standard normal distribution that are written out rather than computed.</summary>
public static class NormalQuantiles
{
    /// <summary>The half width, in standard errors, of an interval that covers 95 %: the quantile of 0.975.</summary>
    public const double TwoSided95 = 1.959963984540054;
}
