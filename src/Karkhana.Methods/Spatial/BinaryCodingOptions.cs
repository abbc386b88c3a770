using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>How the weights are coded, binary unless set.</summary>
public sealed record BinaryCodingOptions
{
    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Binary unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.Binary;
}
