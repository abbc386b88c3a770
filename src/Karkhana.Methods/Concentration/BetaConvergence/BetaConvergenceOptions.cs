using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on beta convergence.</summary>
public sealed record BetaConvergenceOptions
{
    /// <summary>Gets the length of the period in years.</summary>
    /// <value>Required; finite and positive.</value>
    [Description("Length of the period in years.")]
    public required double Years { get; init => field = Require.Positive(value); }

    /// <summary>Gets how growth enters the regression.</summary>
    /// <value>AnnualLogGrowth unless set.</value>
    [Description("Dependent variable: growth per year or over the whole period, in logarithms.")]
    public GrowthForm Dependent { get; init; }

    /// <summary>Gets the confidence level of the intervals in the table.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    [Description("Confidence level of the intervals in the table.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;
}
