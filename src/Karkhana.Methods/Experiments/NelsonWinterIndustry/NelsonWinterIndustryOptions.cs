using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on an industry of Nelson and Winter.</summary>
public sealed record NelsonWinterIndustryOptions
{
    /// <summary>Gets the variable cost of a unit of capital in a period.</summary>
    /// <value>Above 0.</value>
    [Description("Variable cost per unit of capital.")]
    public required double Cost { get; init => field = Require.Positive(value); }

    /// <summary>Gets what buyers spend in a period, whatever the price.</summary>
    /// <value>Above 0.</value>
    [Description("Expenditure of buyers in a period.")]
    public required double Demand { get; init => field = Require.Positive(value); }

    /// <summary>Gets the share of capital that wears out in a period.</summary>
    /// <value>From 0 to 0.5; 0.03 unless set.</value>
    [Description("Share of capital that wears out in a period.")]
    public double Depreciation { get; init => field = Require.Between(value, 0, 0.5); } = 0.03;

    /// <summary>Gets what a bank lends for each unit of profit.</summary>
    /// <value>From 0 to 1000; 1 unless set.</value>
    [Description("Loans per unit of profit.")]
    public double Bank { get; init => field = Require.Between(value, 0, 1000); } = 1;

    /// <summary>Gets the number of periods.</summary>
    /// <value>From 0 to 500.</value>
    [Description("Number of periods.")]
    public required int Steps { get; init => field = Require.Between(value, 0, 500); }

    /// <summary>Gets the growth of demand in a period.</summary>
    /// <value>From −0.5 to 0.5; 0 unless set.</value>
    [Description("Growth of demand in a period.")]
    public double DemandGrowth { get; init => field = Require.Between(value, -0.5, 0.5); }

    /// <summary>Gets what is spent on research per unit of capital.</summary>
    /// <value>From 0 to 1000; 0 unless set. It lowers profit, and nothing is found: see the industry with draws.</value>
    [Description("Research spending per unit of capital; it lowers profit.")]
    public double ResearchCost { get; init => field = Require.Between(value, 0, 1000); }

    /// <summary>Gets the supply elasticity that a firm expects of its rivals.</summary>
    /// <value>From 0 (Cournot) to 1000000; 0 unless set.</value>
    [Description("Supply elasticity expected of rivals: 0 is Cournot, large is price taking.")]
    public double SupplyResponse { get; init => field = Require.Between(value, 0, 1e6); }

    /// <summary>Gives the terms under which the market clears.</summary>
    internal NelsonWinterTerms Terms() => new()
    {
        Cost = Cost,
        ResearchCost = ResearchCost,
        Depreciation = Depreciation,
        Bank = Bank,
        SupplyResponse = SupplyResponse,
    };
}
