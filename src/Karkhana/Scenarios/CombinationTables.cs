using Karkhana.Core.Tables;
using Karkhana.Diagnosis;

namespace Karkhana.Scenarios;

/// <summary>The tables of policies that are run together.</summary>
internal static class CombinationTables
{
    /// <summary>Gives them: what each set gives, and what it gives beyond the sum.</summary>
    public static Table[] Of(CombinationAnswer answer) => [Sets(answer), Interactions(answer)];

    /// <summary>Gives one row per set, each policy alone first.</summary>
    public static Table Sets(CombinationAnswer answer) => Table.Of("policy_combinations", PortfolioColumns.Of(answer.Comparison.Effects));

    /// <summary>Gives one row per design and effect.</summary>
    public static Table Interactions(CombinationAnswer answer) =>
        TableRows.Joined("policy_interactions", [.. answer.Designs.Select(design => design.ToTable())]);
}
