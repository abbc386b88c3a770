using System.ComponentModel;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the analytic tests of Moran's I and Geary's C.</summary>
public sealed record AutocorrelationTestOptions
{
    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Row-standardised unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.RowStandardised;

    /// <summary>Gets the null of the variance.</summary>
    /// <value>Randomisation unless set.</value>
    [Description("Null under which the variance is computed.")]
    public NullVariance Variance { get; init; }

    /// <summary>Gets which departures count.</summary>
    /// <value>Greater (positive autocorrelation) unless set.</value>
    [Description("Which departures count; greater = positive autocorrelation.")]
    public Alternative Alternative { get; init; } = Alternative.Greater;
}
