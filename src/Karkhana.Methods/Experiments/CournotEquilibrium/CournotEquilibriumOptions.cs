using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on a Cournot equilibrium.</summary>
public sealed record CournotEquilibriumOptions
{
    /// <summary>Gets the price at which nobody buys.</summary>
    /// <value>Above 0.</value>
    [Description("a of price = a - b Q.")]
    public required double Intercept { get; init => field = Require.Positive(value); }

    /// <summary>Gets by how much the price falls for a unit more.</summary>
    /// <value>Above 0.</value>
    [Description("b of price = a - b Q.")]
    public required double Slope { get; init => field = Require.Positive(value); }

    /// <summary>Gets the marginal cost of firms that may enter, all alike.</summary>
    /// <value>From 0.</value>
    [Description("Marginal cost of symmetric entrants.")]
    public required double EntryCost { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets what each entrant pays once, whatever it makes.</summary>
    /// <value>Above 0: without it there is no end of entry.</value>
    [Description("Fixed cost of an entrant.")]
    public required double FixedCost { get; init => field = Require.Positive(value); }
}
