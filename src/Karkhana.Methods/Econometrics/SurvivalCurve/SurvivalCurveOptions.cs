using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on survival curves.</summary>
public sealed record SurvivalCurveOptions
{
    /// <summary>Gets the scale of the limits.</summary>
    /// <value>Log unless set.</value>
    [Description("Scale on which the limits are symmetric.")]
    public SurvivalInterval Interval { get; init; }

    /// <summary>Gets the coverage of the limits.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the limits, at each time by itself.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the time up to which the mean is taken.</summary>
    /// <value>Greater than 0; null, the default, takes the greatest time.</value>
    [Description("Time up to which the restricted mean is taken; null takes the greatest time.")]
    public double? RestrictedTo { get; init => field = value is null ? null : Require.Positive(value.Value); }
}
