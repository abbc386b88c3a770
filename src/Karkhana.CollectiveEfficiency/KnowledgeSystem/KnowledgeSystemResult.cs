using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The production system and the knowledge system of a cluster, side by side.</summary>
public sealed record KnowledgeSystemResult : ITidyResult
{
    /// <summary>Gets the production ties.</summary>
    public required TieLayer Production { get; init; }

    /// <summary>Gets the knowledge ties.</summary>
    public required TieLayer Knowledge { get; init; }

    /// <summary>Gets how far they join the same firms.</summary>
    public required LayerOverlap Overlap { get; init; }

    /// <summary>Gets the mean share of the scale over items on sources outside; NaN when not asked.</summary>
    public required double Openness { get; init; }

    /// <summary>Gets the share of the channels used that were sought; NaN when not asked.</summary>
    public required double ActiveShare { get; init; }

    /// <summary>Gets the share of the channels used that were not sought.</summary>
    public double PassiveShare => 1 - ActiveShare;

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row per indicator.</summary>
    /// <returns>The table <c>knowledge_system</c>.</returns>
    public Table ToTable()
    {
        (string Term, double Value, string Meaning)[] rows =
        [
            ("production_density", Production.Density, "Production ties over those that could be."),
            ("production_reciprocity", Production.Reciprocity, "Production ties that are returned."),
            ("knowledge_density", Knowledge.Density, "Knowledge ties over those that could be."),
            ("knowledge_reciprocity", Knowledge.Reciprocity, "Knowledge ties that are returned."),
            ("overlap", Overlap.Jaccard, "Pairs tied by both over pairs tied by either."),
            ("knowledge_within_production", Overlap.OfSecond, "Pairs tied by knowledge that are also tied by production."),
            ("correlation", Overlap.Correlation, "Correlation of the two matrices of ties."),
            ("correlation_p", Overlap.PValue, "p of the correlation, by permutations that move whole firms."),
            ("openness", Openness, "Mean importance of sources outside the place, share of the scale."),
            ("active_share", ActiveShare, "Channels used that were sought."),
            ("passive_share", PassiveShare, "Channels used that came without being sought."),
        ];
        return Table.Of(
            "knowledge_system",
            Column.Of("term", rows.Select(row => (string?)row.Term), "Indicator", "Name of the indicator."),
            Column.Of("estimate", rows.Select(row => row.Value), "Value", "share", "Missing when not measured.", recommended: true),
            Column.Of("meaning", rows.Select(row => (string?)row.Meaning), "Meaning", "What it says."));
    }
}
