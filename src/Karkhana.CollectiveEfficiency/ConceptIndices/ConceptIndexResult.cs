using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>An index with its parts and indicators.</summary>
public sealed record ConceptIndexResult : ITidyResult
{
    /// <summary>Gets the definition.</summary>
    public required ConceptIndexDefinition Definition { get; init; }

    /// <summary>Gets the whole; NaN unless every part was measured.</summary>
    public required ConceptValue Index { get; init; }

    /// <summary>Gets the parts.</summary>
    public required IReadOnlyList<ConceptValue> Parts { get; init; }

    /// <summary>Gets the indicators.</summary>
    public required IReadOnlyList<ConceptValue> Indicators { get; init; }

    /// <summary>Gets the type of failure; not measured for indices other than that of the regional innovation
    /// system.</summary>
    public required SystemFailure Failure { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row for the whole, then one per part, then one per indicator.</summary>
    /// <returns>The table <c>concept_index</c>; what rests on fewer than five firms is held back.</returns>
    public Table ToTable()
    {
        ConceptValue[] rows = [Index, .. Parts, .. Indicators];
        return SmallCells.Suppress(Table.Of(
            "concept_index",
            Column.Of("index", rows.Select(_ => (string?)Definition.Name), "Index", "Name of the index."),
            Column.Of("part", rows.Select(row => (string?)row.Part), "Part", "Part of the index; empty for the whole."),
            Column.Of("indicator", rows.Select(row => (string?)row.Indicator), "Indicator", "Empty for parts and the whole."),
            Column.Of("n", rows.Select(row => row.Firms), "Firms", "", "Firms behind it."),
            Column.Of("estimate", rows.Select(row => row.Estimate), "Value", "share", "From 0 to 1; missing when not measured.", recommended: true),
            Column.Of("std_error", rows.Select(row => row.StandardError), "Standard error", "share", "Over firms; missing where ties enter."),
            Column.Of("needs", rows.Select(row => (string?)row.Needs), "Needs", "What would have to be asked.")));
    }
}
