using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the correlation test.</summary>
public sealed record CorrelationTestOptions
{
    /// <summary>Gets the correlation.</summary>
    /// <value><see cref="CorrelationMethod.Pearson"/> unless set.</value>
    [Description("Correlation of values, of ranks, or of the order of pairs.")]
    public CorrelationMethod Method { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>From 0.5 to 0.999999; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 1 - 1e-6); } = 0.95;

    /// <summary>Gets the alternative: the correlation is greater or less than 0.</summary>
    /// <value>Two-sided unless set.</value>
    [Description("Alternative: the correlation is greater or less than 0.")]
    public Alternative Alternative { get; init; }
}
