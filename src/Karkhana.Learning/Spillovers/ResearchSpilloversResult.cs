using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How innovations of firms go with the research of others near them.</summary>
/// <param name="Pools">The pools.</param>
/// <param name="Production">By proximity: innovations on own research, pool and other inputs; the proximities that could be estimated.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ResearchSpilloversResult(
    SpilloverPoolsResult Pools, IReadOnlyList<(SpilloverProximity Proximity, KnowledgeProductionResult Result)> Production, IReadOnlyList<Note> Notes, Provenance Provenance)
    : ITidyResult
{
    /// <summary>Gives the elasticity of the expected count of innovations to a pool.</summary>
    /// <param name="proximity">By what others count as near.</param>
    /// <returns>Estimate, limits and the rows behind them; null where it was not estimated.</returns>
    public (PathInterval Elasticity, int Firms)? Of(SpilloverProximity proximity)
    {
        KnowledgeProductionResult? result = Production.FirstOrDefault(row => row.Proximity == proximity).Result;
        int at = result?.Counts.Find($"ln_{ResearchSpillovers.Pool}") ?? -1;
        return at < 0 ? null
            : (new PathInterval(result!.Counts.Estimates[at], result.Counts.ConfidenceLow[at], result.Counts.ConfidenceHigh[at]), result.CountRows);
    }

    /// <summary>Says whether an input beside research and pool was held equal.</summary>
    /// <param name="input">Its name.</param>
    /// <returns>Whether it is in the regressions.</returns>
    public bool Holds(string input) => Production.Any(row => row.Result.Counts.Find($"ln_{input}") >= 0);

    /// <inheritdoc/>
    public Table ToTable()
    {
        (SpilloverProximity Proximity, CoefficientTable Table, int Rows, int At)[] rows = [.. Production.SelectMany(
            row => Enumerable.Range(0, row.Result.Counts.Terms.Count).Select(at => (row.Proximity, row.Result.Counts, row.Result.CountRows, at)))];
        return Table.Of(
            "research_spillovers",
            Column.Of("proximity", rows.Select(row => (string?)Words.Of(row.Proximity)), "Proximity", "By what the research of others counts as near."),
            Column.Of("term", rows.Select(row => (string?)row.Table.Terms[row.At]), "Term", "Logarithm of an input, or whether a firm has none."),
            Column.Of("n", rows.Select(row => row.Rows), "Firms", "", "Firms of which everything is known."),
            Column.Of("estimate", rows.Select(row => row.Table.Estimates[row.At]), "Elasticity", "", "Per cent more innovations per cent more input.", recommended: true),
            Column.Of("std_error", rows.Select(row => row.Table.StandardErrors[row.At]), "Standard error", "", "By place."),
            Column.Of("conf_low", rows.Select(row => row.Table.ConfidenceLow[row.At]), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.Table.ConfidenceHigh[row.At]), "High", "", "Upper limit, 95 %."),
            Column.Of("p_value", rows.Select(row => row.Table.PValues[row.At]), "p", "", "Two-sided p-value."));
    }
}
