using System.ComponentModel;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the global G of Getis and Ord.</summary>
public sealed record GetisOrdGOptions
{
    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Binary unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.Binary;

    /// <summary>Gets which departures count.</summary>
    /// <value>Two-sided unless set.</value>
    [Description("Which departures count; greater = high values near high ones.")]
    public Alternative Alternative { get; init; } = Alternative.TwoSided;
}
