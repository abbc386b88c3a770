using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>How the weights are coded, rows standardised unless set.</summary>
public sealed record CodingOptions
{
    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Row-standardised unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.RowStandardised;
}
