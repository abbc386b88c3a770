using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on item fit.</summary>
public sealed record ItemFitOptions : GivenModelOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value><see cref="ItemModel.TwoParameter"/> unless set.</value>
    [Description("Item model.")]
    public ItemModel Model { get; init; } = ItemModel.TwoParameter;

    /// <summary>Gets the least expected count of a cell; neighbouring score groups are joined until every cell has
    /// it.</summary>
    /// <value>From 0 to 1000; 0, the default, joins none.</value>
    [Description("Join neighbouring score groups until every cell is expected at least so often; 0 joins none.")]
    public double LeastExpected { get; init => field = Require.Between(value, 0, 1000); }

    internal string Text() => FormattableString.Invariant($"{Text(Model)}, least_expected = {LeastExpected}");
}
