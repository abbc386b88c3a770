using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the bands of the K-density under given relabellings.</summary>
public sealed record KdFunctionEnvelopeOptions
{
    /// <summary>Gets the distances.</summary>
    /// <value>At least one, each zero or greater.</value>
    [Description("Distances r, in the unit of the coordinates.")]
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the type of the points.</summary>
    /// <value>Required.</value>
    [Description("Type of the points.")]
    public required string Reference { get; init; }

    /// <summary>Gets the rank of the band.</summary>
    /// <value>From 1 to the number of relabellings; 5 unless set.</value>
    [Description("The band runs from the k-th least to the k-th greatest simulated value.")]
    public int Rank { get; init => field = Require.Between(value, 1, int.MaxValue); } = 5;
}
