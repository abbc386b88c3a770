using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the cross-type K.</summary>
public sealed record CrossKOptions
{
    /// <summary>Gets the distances.</summary>
    /// <value>At least one, each zero or greater, in the unit of the coordinates.</value>
    [Description("Distances r, in the unit of the coordinates.")]
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the type of the reference points.</summary>
    /// <value>Required.</value>
    [Description("Type of the reference points.")]
    public required string Reference { get; init; }

    /// <summary>Gets the type that is counted as neighbour.</summary>
    /// <value>Points of any type unless set.</value>
    [Description("Type counted as neighbour; null = any type.")]
    public string? Neighbour { get; init; }

    /// <summary>Gets the edge correction.</summary>
    /// <value>Isotropic unless set; circles run round the reference points.</value>
    [Description("none, border, translation or isotropic.")]
    public EdgeCorrection Correction { get; init; } = EdgeCorrection.Isotropic;
}
