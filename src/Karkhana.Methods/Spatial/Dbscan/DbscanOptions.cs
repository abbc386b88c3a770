using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on DBSCAN.</summary>
public sealed record DbscanOptions
{
    /// <summary>Gets the radius, in the unit of the coordinates.</summary>
    /// <value>Finite and greater than zero; required.</value>
    [Description("Radius, in the unit of the coordinates.")]
    public required double Eps { get; init => field = Require.Positive(value); }

    /// <summary>Gets the points that a core point needs within the radius, itself included.</summary>
    /// <value>At least 1; required.</value>
    [Description("Points that a core point needs within the radius, itself included.")]
    public required int MinPoints { get; init => field = Require.Between(value, 1, int.MaxValue); }

    /// <summary>Gets a value indicating whether points that are near a core point without being one join its cluster.</summary>
    /// <value>True unless set; false makes them noise.</value>
    [Description("Assign border points; false makes them noise.")]
    public bool BorderPoints { get; init; } = true;

    /// <summary>Gets the type that is clustered.</summary>
    /// <value>All points unless set.</value>
    [Description("Cluster the points of one type alone.")]
    public string? Reference { get; init; }
}
