using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on a function of distance for one kind of points in a window.</summary>
public sealed record DistanceCurveOptions
{
    /// <summary>Gets the distances.</summary>
    /// <value>At least one, each zero or greater, in the unit of the coordinates.</value>
    [Description("Distances r, in the unit of the coordinates.")]
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the type of the points that are looked at.</summary>
    /// <value>All points unless set.</value>
    [Description("Restrict to one type; null = all points.")]
    public string? Reference { get; init; }

    /// <summary>Gets the edge correction.</summary>
    /// <value>Isotropic unless set; it is never replaced by another one, however many points there are.</value>
    [Description("none, border, translation or isotropic.")]
    public EdgeCorrection Correction { get; init; } = EdgeCorrection.Isotropic;
}
