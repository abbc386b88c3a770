using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the t test.</summary>
public sealed record TTestOptions
{
    /// <summary>Gets what the variances are taken to be.</summary>
    /// <value><see cref="VarianceAssumption.Welch"/> unless set.</value>
    [Description("One variance for each group (welch), or one for both (pooled).")]
    public VarianceAssumption Variance { get; init; }

    /// <summary>Gets the alternative: the first group is greater or less than the second.</summary>
    /// <value>Two-sided unless set.</value>
    [Description("Alternative: the mean of the first group is greater or less.")]
    public Alternative Alternative { get; init; }

    /// <summary>Gets the difference under the null.</summary>
    /// <value>0 unless set.</value>
    [Description("Difference of the means under the null.")]
    public double Difference { get; init => field = Require.Between(value, double.MinValue, double.MaxValue); }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
