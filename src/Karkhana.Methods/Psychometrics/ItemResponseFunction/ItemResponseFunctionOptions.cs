using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the curves of items.</summary>
public sealed record ItemResponseFunctionOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value>Required.</value>
    [Description("Item model that the parameters belong to.")]
    public required ItemModel Model { get; init; }

    /// <summary>Gets the values of θ at which the curves are read.</summary>
    /// <value>Required; at least one, all finite.</value>
    [Description("Values of theta at which the curves are read.")]
    public required IReadOnlyList<double> Theta { get; init => field = Require.Finite(value); }

    /// <summary>Gets the score of the lowest category.</summary>
    /// <value>Finite; 0 unless set.</value>
    [Description("Score of the lowest category.")]
    public double LowestCategory { get; init => field = Require.Between(value, double.MinValue, double.MaxValue); }
}
