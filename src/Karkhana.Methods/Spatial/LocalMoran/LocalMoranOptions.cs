using System.ComponentModel;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on local Moran.</summary>
public sealed record LocalMoranOptions
{
    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Row-standardised unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.RowStandardised;

    /// <summary>Gets which arrangements expectation and variance average over.</summary>
    /// <value>Conditional unless set.</value>
    [Description("Null moments: conditional on the unit's own value, or total.")]
    public LocalMoments Moments { get; init; }

    /// <summary>Gets the divisor of the variance of the values.</summary>
    /// <value>n unless set.</value>
    [Description("Divisor of m2.")]
    public VarianceDivisor Denominator { get; init; }

    /// <summary>Gets which departures count.</summary>
    /// <value>Two-sided unless set.</value>
    [Description("Which departures the normal p-value counts.")]
    public Alternative Alternative { get; init; }
}
