using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>Marshall's triad of the firms of a sample.</summary>
public sealed record MarshallianTriadResult : ITidyResult
{
    /// <summary>Gets the sample that was asked about.</summary>
    public required RegisterSample Input { get; init; }

    /// <summary>Gets one score per firm of the sample.</summary>
    public required IReadOnlyList<TriadScore> Firms { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives the means by place; places of fewer than five firms are held back.</summary>
    /// <returns>The table <c>marshallian_triad</c>; one row for all firms when the register has no places.</returns>
    public Table ToTable()
    {
        (string Place, TriadScore[] Firms)[] rows = [.. Firms
            .GroupBy(score => Input.Firms.Places.Length > 0 ? Input.Firms.Places[score.Firm] : "all", StringComparer.Ordinal)
            .OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => (place.Key, place.ToArray()))];
        return SmallCells.Suppress(Table.Of(
            "marshallian_triad",
            Column.Of("place", rows.Select(row => (string?)row.Place), "Place", "Place of the register."),
            Column.Of("n", rows.Select(row => row.Firms.Length), "Firms", "", "Firms of the sample in the place."),
            Column.Of(
                "labour_pooling", rows.Select(row => Mean(row.Firms, score => score.LabourPooling)), "Labour pooling", "share",
                "Mean exposure to workers of the own industry."),
            Column.Of(
                "specialised_inputs", rows.Select(row => Mean(row.Firms, score => score.SpecialisedInputs)), "Specialised inputs",
                "share", "Mean exposure to suppliers and process specialists."),
            Column.Of(
                "spillover_potential", rows.Select(row => Mean(row.Firms, score => score.SpilloverPotential)), "Spillover potential",
                "share", "Mean exposure to firms of the same product.")));
    }

    private static double Mean(TriadScore[] firms, Func<TriadScore, double> part) =>
        Sums.Mean([.. firms.Select(part).Where(value => !double.IsNaN(value))]);
}
