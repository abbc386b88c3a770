using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the tests of all types with nested draws.</summary>
public sealed record NestedTestOptions
{
    /// <summary>Gets the points that a type needs to be tested.</summary>
    /// <value>At least 2; 30 unless set.</value>
    [Description("Points that a type needs to be tested.")]
    public int LeastPoints { get; init => field = Require.Between(value, 2, int.MaxValue); } = 30;

    /// <summary>Gets the number of random orders of all points.</summary>
    /// <value>From 19 to 1 000 000; 999 unless set, so that the least p-value is 0.001.</value>
    [Description("Number of random orders of all points.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the random orders.")]
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the risk of the bands.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    [Description("Risk of the bands.")]
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;
}
