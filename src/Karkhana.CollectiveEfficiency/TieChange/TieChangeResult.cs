using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What became of the ties between two waves.</summary>
public sealed record TieChangeResult : ITidyResult
{
    /// <summary>Gets the number of firms present in the first wave.</summary>
    public required int FirmsBefore { get; init; }

    /// <summary>Gets the number of firms present in the second wave.</summary>
    public required int FirmsAfter { get; init; }

    /// <summary>Gets the number of firms in the second wave only.</summary>
    public required int Joined { get; init; }

    /// <summary>Gets the number of firms in the first wave only.</summary>
    public required int Left { get; init; }

    /// <summary>Gets over which firms the ties are compared.</summary>
    public required CommonNodes Nodes { get; init; }

    /// <summary>Gets the number of ties in both waves.</summary>
    public required int Kept { get; init; }

    /// <summary>Gets the number of ties in the first wave only.</summary>
    public required int Dropped { get; init; }

    /// <summary>Gets the number of ties in the second wave only.</summary>
    public required int Created { get; init; }

    /// <summary>Gets how many dropped ties have an end that left.</summary>
    public required int DroppedWithLeavers { get; init; }

    /// <summary>Gets how many created ties have an end that joined.</summary>
    public required int CreatedWithJoiners { get; init; }

    /// <summary>Gets the density of the first wave.</summary>
    public required double DensityBefore { get; init; }

    /// <summary>Gets the density of the second wave.</summary>
    public required double DensityAfter { get; init; }

    /// <summary>Gets the number of ties that differ.</summary>
    public int Hamming => Dropped + Created;

    /// <summary>Gets the share of the ties of either wave that is in both; NaN without ties.</summary>
    public double Jaccard => Kept + Hamming == 0 ? double.NaN : Kept / (double)(Kept + Hamming);

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private (string Term, string Meaning, double Value)[] Quantities =>
    [
        ("jaccard", "Ties of both waves over ties of either", Jaccard),
        ("kept", "Ties in both waves", Kept),
        ("dropped", "Ties in the first wave only", Dropped),
        ("created", "Ties in the second wave only", Created),
        ("hamming", "Ties that differ", Hamming),
        ("firms_before", "Firms present in the first wave", FirmsBefore),
        ("firms_after", "Firms present in the second wave", FirmsAfter),
        ("joined", "Firms in the second wave only", Joined),
        ("left", "Firms in the first wave only", Left),
        ("dropped_with_leavers", "Dropped ties with an end that left", DroppedWithLeavers),
        ("created_with_joiners", "Created ties with an end that joined", CreatedWithJoiners),
        ("density_before", "Density of the first wave", DensityBefore),
        ("density_after", "Density of the second wave", DensityAfter),
    ];

    /// <summary>Gives one row per quantity.</summary>
    /// <returns>The table <c>tie_change</c>.</returns>
    public Table ToTable() => Table.Of(
        "tie_change",
        Column.Of("term", Quantities.Select(quantity => (string?)quantity.Term), "Quantity", "Name of the quantity."),
        Column.Of("meaning", Quantities.Select(quantity => (string?)quantity.Meaning), "Meaning", "What it says."),
        Column.Of(
            "estimate", Quantities.Select(quantity => quantity.Value), "Value", "", "The value.", recommended: true));
}
