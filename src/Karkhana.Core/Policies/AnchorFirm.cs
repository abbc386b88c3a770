using Karkhana.Core.Errors;

namespace Karkhana.Core.Policies;

/// <summary>A firm from outside that is brought into the cluster.</summary>
public sealed record AnchorFirm
{
    /// <summary>Gets where its capability lies among the firms that are there.</summary>
    /// <value>From 0 to 1; 0.99 unless set.</value>
    public double CapabilityQuantile { get; init => field = Require.Between(value, 0, 1); } = 0.99;

    /// <summary>Gets its workers.</summary>
    /// <value>From 1; 200 unless set.</value>
    public double Workers { get; init => field = Require.Between(value, 1, 1e7); } = 200;

    /// <summary>Gets the number of firms that it buys from or sells to.</summary>
    /// <value>Zero or greater; 20 unless set.</value>
    public int VerticalTies { get; init => field = Require.Between(value, 0, 1_000_000); } = 20;
}
