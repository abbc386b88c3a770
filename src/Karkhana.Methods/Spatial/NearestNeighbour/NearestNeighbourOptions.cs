using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the nearest-neighbour distances.</summary>
public sealed record NearestNeighbourOptions
{
    /// <summary>Gets which neighbour is looked for.</summary>
    /// <value>From 1 to 100,000; 1, the nearest, unless set.</value>
    [Description("Order of the neighbour: 1 = the nearest.")]
    public int K { get; init => field = Require.Between(value, 1, 100_000); } = 1;

    /// <summary>Gets the type of the points that are looked at.</summary>
    /// <value>All points unless set.</value>
    [Description("Restrict to one type; null = all points.")]
    public string? Reference { get; init; }
}
