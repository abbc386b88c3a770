using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on event rates.</summary>
public sealed record EventRateOptions
{
    /// <summary>Gets the coverage of the intervals.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the intervals.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the group that others are compared with.</summary>
    /// <value>Null unless set: the first in order.</value>
    [Description("Group that the others are compared with; null takes the first in order.")]
    public string? Reference { get; init; }

    /// <summary>Gets the exposure that rates are given for.</summary>
    /// <value>Greater than 0; 1 unless set, 100 for events per hundred firm-years.</value>
    [Description("Exposure that rates are given for: 1 per firm-year, 100 per hundred firm-years.")]
    public double Per { get; init => field = Require.Positive(value); } = 1;
}
