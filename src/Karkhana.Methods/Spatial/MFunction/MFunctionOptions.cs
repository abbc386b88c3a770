using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the M function.</summary>
public sealed record MFunctionOptions : PointDistanceOptions
{
    /// <summary>Gets the distances.</summary>
    /// <value>At least one, each zero or greater, in the unit of the coordinates, in km on the earth, or in the unit of travel.</value>
    [Description("Distances r, in the unit of the coordinates.")]
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the type of the reference points.</summary>
    /// <value>Required.</value>
    [Description("Type of the reference points.")]
    public required string Reference { get; init; }

    /// <summary>Gets the type that is counted as neighbour.</summary>
    /// <value>The reference type unless set.</value>
    [Description("Type counted as neighbour; null = reference.")]
    public string? Neighbour { get; init; }

    /// <summary>Gets which points form the denominator.</summary>
    /// <value>All unless set.</value>
    [Description("all: all points form the denominator; neighbour: the case-control version.")]
    public MFunctionControl Control { get; init; }
}
