using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the decomposition of Theil's index.</summary>
public sealed record TheilDecompositionOptions
{
    /// <summary>Gets which index is split.</summary>
    /// <value>T unless set.</value>
    [Description("Theil T (weights: value shares) or Theil L (weights: population shares).")]
    public TheilVariant Variant { get; init; }
}
