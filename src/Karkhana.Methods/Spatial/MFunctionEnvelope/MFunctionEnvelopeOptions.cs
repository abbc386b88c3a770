using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the envelope of the M function under given relabellings.</summary>
public sealed record MFunctionEnvelopeOptions
{
    /// <summary>Gets the distances.</summary>
    /// <value>At least one, each zero or greater.</value>
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

    /// <summary>Gets the risk.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    [Description("Risk.")]
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;

    /// <summary>Gets how the band is drawn.</summary>
    /// <value>Pointwise unless set.</value>
    [Description("pointwise: at each distance alone; global-iterative: for the whole curve.")]
    public EnvelopeType Type { get; init; }
}
