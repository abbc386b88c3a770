using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The capability functions that firms hold and how well they go together.</summary>
/// <param name="Functions">The functions of the ladder.</param>
/// <param name="Holders">How many firms hold each.</param>
/// <param name="Firms">The firms with a ladder.</param>
/// <param name="Coherence">Relatedness of the functions and coherence of the firms that hold one.</param>
/// <param name="Replicates">The number of random tables.</param>
public sealed record CompetenceInventoryResult(
    IReadOnlyList<string> Functions, IReadOnlyList<int> Holders, int Firms, CompetenceCoherenceResult Coherence, int Replicates)
{
    /// <summary>Gives one row per function.</summary>
    /// <returns>The table <c>competence_inventory</c>.</returns>
    public Table ToTable() => Table.Of(
        "competence_inventory",
        Column.Of("function", Functions.Select(function => (string?)function), "Function", "Function of the capability matrix."),
        Column.Of("n", Holders, "Firms", "", "Firms that hold it."),
        Column.Of(
            "estimate", Holders.Select(holders => holders / (double)Firms), "Share", "share", "Share of the firms with a ladder.",
            recommended: true),
        Column.Of(
            "strongest", Functions.Select(Strongest), "Goes together with",
            "The function with which it comes together most often beyond chance."),
        Column.Of(
            "relatedness", Functions.Select(function => StrongestOf(function).Relatedness), "Relatedness", "standard deviations",
            "How far the two come together more often than in random tables."));

    /// <summary>Gives all tables: functions, pairs of functions, firms.</summary>
    /// <returns>The tables <c>competence_inventory</c>, <c>competence_relatedness</c> and <c>competence_coherence</c>.</returns>
    public IReadOnlyList<Table> ToTables() => [ToTable(), Coherence.ToPairs(), Coherence.ToTable()];

    private string? Strongest(string function) => StrongestOf(function) is { Other: { Length: > 0 } other } ? other : null;

    private (string Other, double Relatedness) StrongestOf(string function)
    {
        IReadOnlyList<string> held = Coherence.Competences;
        int own = Array.IndexOf([.. held], function);
        return own < 0
            ? ("", double.NaN)
            : Enumerable.Range(0, held.Count).Where(other => other != own)
                .Select(other => (held[other], Coherence.Relatedness[(own * held.Count) + other]))
                .DefaultIfEmpty(("", double.NaN)).MaxBy(pair => pair.Item2);
    }
}
