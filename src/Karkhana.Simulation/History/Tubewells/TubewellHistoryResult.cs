using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Simulation;

/// <summary>The tubewell branch through boom and bust, in variants of how it is built.</summary>
public sealed record TubewellHistoryResult : ITidyResult
{
    /// <summary>Gets what each variant gave.</summary>
    public required IReadOnlyList<HistoryOutcome> Outcomes { get; init; }

    /// <summary>Gets the published stocks of tubewells.</summary>
    public required IReadOnlyList<HistoricalObservation> Stocks { get; init; }

    /// <summary>Gets the mean yearly net addition between two published stocks, with their years.</summary>
    public required IReadOnlyList<(int From, int To, double PerYear)> NetAdditions { get; init; }

    /// <summary>Gets tractor output in the year after the sales tax over that before it, from published numbers.</summary>
    public required double TaxDropRatio { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives a variant.</summary>
    /// <param name="structure">How the branch is built.</param>
    /// <param name="demand">What demand does.</param>
    /// <returns>What it gave.</returns>
    public HistoryOutcome Of(MarketStructure structure, DemandHistory demand) =>
        Outcomes.First(row => row.Structure == structure && row.Demand == demand);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "tubewell_history",
        Column.Of("structure", Outcomes.Select(row => (string?)Words.Of(row.Structure)), "Structure", "How the branch is built."),
        Column.Of("demand", Outcomes.Select(row => (string?)Words.Of(row.Demand)), "Demand", "What demand does."),
        Column.Of("firms_start", Outcomes.Select(row => row.FirmsAtStart), "Firms at the start", "firms", "Mean over runs."),
        Column.Of("firms_peak", Outcomes.Select(row => row.FirmsAtPeak), "Firms before the bust", "firms", "Mean over runs."),
        Column.Of("firms_end", Outcomes.Select(row => row.FirmsAtEnd), "Firms at the end", "firms", "Mean over runs."),
        Column.Of("small_share", Outcomes.Select(row => row.SmallShareAtPeak), "Below ten workers", "share", "Of firms before the bust."),
        Column.Of("small_left", Outcomes.Select(row => row.SmallLeft), "Smaller half that left", "share", "From the bust to the end."),
        Column.Of("large_left", Outcomes.Select(row => row.LargeLeft), "Larger half that left", "share", "From the bust to the end."),
        Column.Of("estimate", Outcomes.Select(row => row.Difference), "Difference", "share", "Smaller less larger half.", recommended: true),
        Column.Of("conf_low", Outcomes.Select(row => row.Low), "Low", "share", "Lower limit of the 95 % interval over runs."),
        Column.Of("conf_high", Outcomes.Select(row => row.High), "High", "share", "Upper limit."),
        Column.Of("above", Outcomes.Select(row => row.RunsSmallMore), "Runs", "runs", "In which more of the smaller half left."),
        Column.Of("n", Outcomes.Select(row => row.Runs), "Of", "runs", "Runs."))
        .WithTitle("Boom and bust of tubewell making, in the model");
}
