using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What production and money cost in an industry of Nelson and Winter, and what firms believe of each other.</summary>
public sealed record NelsonWinterTerms
{
    /// <summary>Gets the variable cost of a unit of capital in a period.</summary>
    /// <value>Above 0.</value>
    public required double Cost { get; init => field = Require.Positive(value); }

    /// <summary>Gets what is spent on research per unit of capital: it lowers profit, not the price that a firm aims at.</summary>
    /// <value>From 0 to 1000; 0 unless set.</value>
    public double ResearchCost { get; init => field = Require.Between(value, 0, 1000); }

    /// <summary>Gets the share of capital that wears out in a period.</summary>
    /// <value>From 0 to 0.5; 0.03 unless set.</value>
    public double Depreciation { get; init => field = Require.Between(value, 0, 0.5); } = 0.03;

    /// <summary>Gets what a bank lends for each unit of profit.</summary>
    /// <value>From 0 to 1000; 1 unless set.</value>
    public double Bank { get; init => field = Require.Between(value, 0, 1000); } = 1;

    /// <summary>Gets ψ: the supply elasticity that a firm expects of its rivals.</summary>
    /// <value>From 0 (Cournot: rivals keep their output) to 1000000 (nearly a price taker); 0 unless set.</value>
    public double SupplyResponse { get; init => field = Require.Between(value, 0, 1e6); }
}
