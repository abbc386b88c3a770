using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the Kolmogorov-Smirnov test.</summary>
public sealed record KolmogorovSmirnovTestOptions
{
    /// <summary>Gets where the p-value comes from.</summary>
    /// <value><see cref="NullDistribution.Asymptotic"/> unless set.</value>
    [Description("Kolmogorov's limit (asymptotic), or all ways to deal the values out (exact).")]
    public NullDistribution Distribution { get; init; }
}
