using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>The inputs of Swann's models.</summary>
public sealed record SwannInputsResult : ITidyResult
{
    /// <summary>Gets the sample that was asked about.</summary>
    public required RegisterSample Input { get; init; }

    /// <summary>Gets one row per firm of the sample.</summary>
    public required IReadOnlyList<SwannFirm> Growth { get; init; }

    /// <summary>Gets one row per place, industry and period; empty when the register has no places or years of
    /// founding.</summary>
    public required IReadOnlyList<SwannEntry> Entries { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives the rows of the growth model: logarithms beside the sums, missing where a sum is 0.</summary>
    /// <returns>The table <c>swann_growth</c>.</returns>
    public Table ToTable() => Table.Of(
        "swann_growth",
        Column.Of("firm", Growth.Select(row => (string?)Input.Firms.Ids[row.Firm]), "Firm", "Firm id of the register."),
        Column.Of(
            "place", Growth.Select(row => Input.Firms.Places.Length > 0 ? Input.Firms.Places[row.Firm] : null), "Place",
            "Place of the register."),
        Column.Of("industry", Growth.Select(row => (string?)Input.Firms.Industries[row.Firm]), "Industry", "Industry of the register."),
        Column.Of("workers", Growth.Select(row => row.Workers), "Workers", "workers", "Workers of the firm."),
        Column.Of("earlier_workers", Growth.Select(row => row.EarlierWorkers), "Earlier workers", "workers", "Workers at the earlier date."),
        Column.Of(
            "log_growth", Growth.Select(row => Log(row.Workers) - Log(row.EarlierWorkers)), "Growth", "log points",
            "ln workers less ln earlier workers; missing where either is 0 or missing.", recommended: true),
        Column.Of("own_workers", Growth.Select(row => row.Own), "Own sector", "workers", "Workers of other local firms of the industry."),
        Column.Of("other_workers", Growth.Select(row => row.Other), "Other sectors", "workers", "Workers of local firms of other industries."),
        Column.Of("log_own", Growth.Select(row => Log(row.Own)), "ln own sector", "", "Logarithm; missing where there is none."),
        Column.Of("log_other", Growth.Select(row => Log(row.Other)), "ln other sectors", "", "Logarithm; missing where there is none."),
        Column.Of(
            "log_earlier_own", Growth.Select(row => Log(row.EarlierOwn)), "ln earlier own sector", "",
            "Logarithm at the earlier date; missing where there is none."),
        Column.Of(
            "log_earlier_other", Growth.Select(row => Log(row.EarlierOther)), "ln earlier other sectors", "",
            "Logarithm at the earlier date; missing where there is none."));

    /// <summary>Gives the rows of the entry model.</summary>
    /// <returns>The table <c>swann_entry</c>; small counts are not held back.</returns>
    public Table ToEntries() => Table.Of(
        "swann_entry",
        Column.Of("place", Entries.Select(row => (string?)row.Place), "Place", "Place of the register."),
        Column.Of("industry", Entries.Select(row => (string?)row.Industry), "Industry", "Industry of the register."),
        Column.Of("after", Entries.Select(row => row.After), "After", "", "The period begins after the end of this year."),
        Column.Of("until", Entries.Select(row => row.Until), "Until", "", "Last year of the period."),
        Column.Of("entries", Entries.Select(row => row.Entries), "Entries", "firms", "Firms founded in the period."),
        Column.Of("own_workers", Entries.Select(row => row.Own), "Own sector", "workers", "Workers of the industry's firms that stood there before."),
        Column.Of("other_workers", Entries.Select(row => row.Other), "Other sectors", "workers", "Workers of the firms of other industries that stood there before."),
        Column.Of("log_own", Entries.Select(row => Log(row.Own)), "ln own sector", "", "Logarithm; missing where there is none."),
        Column.Of("log_other", Entries.Select(row => Log(row.Other)), "ln other sectors", "", "Logarithm; missing where there is none."));

    private static double Log(double value) => value > 0 ? Math.Log(value) : double.NaN;
}
