using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What is asked of the E-value.</summary>
public sealed record EValueOptions
{
    /// <summary>Gets the observed ratio.</summary>
    /// <value>Required; finite and positive.</value>
    [Description("Observed risk ratio.")]
    public required double RiskRatio { get; init => field = Require.Positive(value); }

    /// <summary>Gets the lower confidence limit of the ratio, or null.</summary>
    /// <value>Null unless set; positive, at most the ratio.</value>
    [Description("Lower confidence limit of the ratio.")]
    public double? ConfLow { get; init => field = value is null ? null : Require.Positive(value.Value); }

    /// <summary>Gets the upper confidence limit of the ratio, or null.</summary>
    /// <value>Null unless set; positive, at least the ratio.</value>
    [Description("Upper confidence limit of the ratio.")]
    public double? ConfHigh { get; init => field = value is null ? null : Require.Positive(value.Value); }

    /// <summary>Gets the kind of ratio.</summary>
    /// <value><see cref="RatioScale.RiskRatio"/> unless set.</value>
    [Description("Kind of ratio; ratios of odds or hazards of a common outcome are turned into risk ratios first.")]
    public RatioScale Scale { get; init; }
}
