using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on HDBSCAN.</summary>
public sealed record HdbscanOptions
{
    /// <summary>Gets the points that make the core distance, itself included.</summary>
    /// <value>At least 1; 5 unless set.</value>
    [Description("Points within the core distance of a point, itself included.")]
    public int MinPoints { get; init => field = Require.Between(value, 1, int.MaxValue); } = 5;

    /// <summary>Gets the least size of a cluster.</summary>
    /// <value>At least 2; null, the default, takes min_points (2 when that is 1).</value>
    [Description("Least size of a cluster; null = min_points.")]
    public int? MinClusterSize { get; init => field = value is null ? null : Require.Between(value.Value, 2, int.MaxValue); }

    /// <summary>Gets which clusters of the hierarchy are taken.</summary>
    /// <value>Excess of mass unless set.</value>
    [Description("eom: the most stable clusters; leaf: the smallest.")]
    public ClusterSelection Selection { get; init; }

    /// <summary>Gets the type that is clustered.</summary>
    /// <value>All points unless set.</value>
    [Description("Cluster the points of one type alone.")]
    public string? Reference { get; init; }
}
