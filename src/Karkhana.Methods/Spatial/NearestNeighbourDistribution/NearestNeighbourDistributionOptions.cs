using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the distribution of nearest distances.</summary>
public sealed record NearestNeighbourDistributionOptions
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
    /// <value>Border unless set.</value>
    [Description("none, or border: only points at least r from the border count.")]
    public NearestNeighbourCorrection Correction { get; init; } = NearestNeighbourCorrection.Border;
}
