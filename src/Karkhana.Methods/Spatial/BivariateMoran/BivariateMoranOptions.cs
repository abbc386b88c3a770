using System.ComponentModel;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the bivariate Moran.</summary>
public sealed record BivariateMoranOptions
{
    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Row-standardised unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.RowStandardised;

    /// <summary>Gets the divisor.</summary>
    /// <value>n − 1 unless set.</value>
    [Description("Divisor of the sum: n-1 or n.")]
    public VarianceDivisor Denominator { get; init; } = VarianceDivisor.NMinusOne;
}
