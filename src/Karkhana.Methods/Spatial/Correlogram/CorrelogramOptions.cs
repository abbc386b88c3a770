using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the spatial correlogram.</summary>
public sealed record CorrelogramOptions
{
    /// <summary>Gets the coding of the weights of each order.</summary>
    /// <value>Row-standardised unless set.</value>
    [Description("Coding of the weights of each order.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.RowStandardised;

    /// <summary>Gets the largest order.</summary>
    /// <value>From 1 to 100; 4 unless set.</value>
    [Description("Largest order of neighbours.")]
    public int Orders { get; init => field = Require.Between(value, 1, 100); } = 4;
}
