using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on neighbours by a graph of points.</summary>
public sealed record GraphWeightsOptions
{
    /// <summary>Gets the graph.</summary>
    /// <value>Delaunay unless set.</value>
    [Description("Graph.")]
    public NeighbourGraph Kind { get; init; }
}
