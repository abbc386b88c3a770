using Karkhana.Core.Tables;
using Karkhana.Policy;

namespace Karkhana.Scenarios;

/// <summary>What a budget buys: the set that is worth most if gains add up, simulated at once and in its orders.</summary>
internal static class BudgetTable
{
    public static Table Of(BudgetAnswer answer)
    {
        PolicyEffect[] effects = [.. answer.Comparison?.Effects ?? []];
        Column[] columns = PortfolioColumns.Of(effects);
        return Table.Of(
            "policy_budget",
            [
                columns[0], columns[1],
                Column.Of("within", effects.Select(one => one.CostPerGain.Cost <= answer.Budget), "Within budget", "Whether the mean cost is within the budget."),
                .. columns[2..],
            ]);
    }
}
