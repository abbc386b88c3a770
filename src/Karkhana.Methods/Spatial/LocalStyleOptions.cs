using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on local statistics that only code the weights.</summary>
public sealed record LocalStyleOptions
{
    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Row-standardised unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.RowStandardised;
}
