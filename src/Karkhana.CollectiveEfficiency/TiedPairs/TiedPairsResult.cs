using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What tied pairs of firms have in common.</summary>
public sealed record TiedPairsResult : ITidyResult
{
    /// <summary>Gets the covariates.</summary>
    public required IReadOnlyList<TiedPairsRow> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row per covariate.</summary>
    /// <returns>The table <c>tied_pairs</c>.</returns>
    public Table ToTable() => Table.Of(
        "tied_pairs",
        Column.Of("term", Rows.Select(row => (string?)row.Name), "Of a pair", "What is compared between pairs of firms."),
        Column.Of("tied", Rows.Select(row => row.Tied), "Tied", "", "Mean over pairs in which the first advises the second."),
        Column.Of("others", Rows.Select(row => row.Others), "Not tied", "", "Mean over the other pairs."),
        Column.Of("estimate", Rows.Select(row => row.Correlation), "Correlation", "", "Of tie and covariate, over ordered pairs.", recommended: true),
        Column.Of("p_value", Rows.Select(row => row.PValue), "p", "", "Two-sided; whole firms are permuted."),
        Column.Of("p_adjusted", Rows.Select(row => row.AdjustedPValue), "Corrected p", "", "Corrected for the number of covariates."));
}
