using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the sampling adequacy.</summary>
public sealed record SamplingAdequacyOptions
{
    /// <summary>Gets the correlation of two items.</summary>
    /// <value>Pearson unless set; polychoric for items with few ordered answers.</value>
    [Description("Correlation of two items.")]
    public ItemCorrelation Correlation { get; init; }
}
