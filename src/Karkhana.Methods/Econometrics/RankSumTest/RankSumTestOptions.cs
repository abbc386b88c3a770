using System.ComponentModel;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the rank-sum test.</summary>
public sealed record RankSumTestOptions
{
    /// <summary>Gets where the p-value comes from.</summary>
    /// <value><see cref="NullDistribution.Asymptotic"/> unless set; exact up to 200 values.</value>
    [Description("Normal limit (asymptotic), or all ways to deal the ranks out (exact, up to 200 values).")]
    public NullDistribution Distribution { get; init; }

    /// <summary>Gets a value indicating whether the normal limit allows for the steps of W.</summary>
    /// <value>True unless set.</value>
    [Description("Continuity correction of one half of the normal limit.")]
    public bool Continuity { get; init; } = true;

    /// <summary>Gets the alternative: values of the first group tend to be greater or less.</summary>
    /// <value>Two-sided unless set.</value>
    [Description("Alternative: values of the first group tend to be greater or less.")]
    public Alternative Alternative { get; init; }
}
