using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on quantile regression.</summary>
public sealed record QuantileRegressionOptions : RegressionModelOptions
{
    /// <summary>Gets the quantile.</summary>
    /// <value>Above 0 and below 1; 0.5, the median, unless set.</value>
    [Description("Quantile of the outcome, above 0 and below 1.")]
    public double Quantile { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.5;

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
