using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the local G of Getis and Ord.</summary>
public sealed record LocalGOptions
{
    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Binary unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.Binary;

    /// <summary>Gets a value indicating whether a unit counts among its own neighbours: G* instead of G.</summary>
    /// <value>False unless set.</value>
    [Description("Count the unit among its neighbours: G* instead of G.")]
    public bool IncludeSelf { get; init; }
}
