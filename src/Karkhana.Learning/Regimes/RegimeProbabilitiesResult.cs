using Karkhana.Core.Exchange;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Learning;

/// <summary>The probabilities of regimes by firm, the mix by place, and how the model stands to the answers.</summary>
/// <param name="Firms">One entry per respondent.</param>
/// <param name="Mix">By place (all firms first) and regime.</param>
/// <param name="Assumptions">What was assumed, before the draws.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Provenance">What made it.</param>
public sealed record RegimeProbabilitiesResult(
    IReadOnlyList<FirmRegimeProbabilities> Firms,
    IReadOnlyList<PlaceRegime> Mix,
    RegimeAssumptions Assumptions,
    RegimeProbabilitiesOptions Options,
    Provenance Provenance)
{
    /// <summary>Gets the firms of which both the answers and the model give a regime.</summary>
    public IReadOnlyList<FirmRegimeProbabilities> Comparable { get; } =
        [.. Firms.Where(firm => firm.Stated is not null && firm.Probabilities.Count > 0)];

    /// <summary>Gets the share of firms whose regime is clear in the model; NaN when no firm's capability is known.</summary>
    public double ShareClear => Share([.. Firms.Where(firm => firm.Probabilities.Count > 0)], firm => firm.Probability >= Options.Clear);

    /// <summary>Gets the share of firms whose most probable regime is the one that they state.</summary>
    public double Agreement => Share(Comparable, firm => firm.MostProbable == firm.Stated);

    /// <summary>Gets Cohen's kappa of stated and most probable regime; null when fewer than two firms have both.</summary>
    public CohenKappaResult? Kappa => Comparable.Count < 2 ? null : CohenKappa.Estimate(
        new RatingPairs(
            [.. Comparable.Select(firm => Words.Of(firm.Stated!.Value))], [.. Comparable.Select(firm => Words.Of(firm.MostProbable!.Value))]));

    /// <summary>Gives one row per firm.</summary>
    /// <param name="firmIds">All firms of the register.</param>
    /// <returns>The table <c>regime_probabilities</c>.</returns>
    public Table ToTable(IReadOnlyList<string> firmIds) => Table.Of("regime_probabilities",
    [
        Column.Of("firm", Firms.Select(firm => (string?)firmIds[firm.Firm]), "Firm", "Firm id of the register."),
        Column.Of("stated", Firms.Select(firm => firm.Stated is { } regime ? Words.Of(regime) : null), "By answers", "Regime by the firm's answers."),
        Column.Of("most_probable", Firms.Select(firm => firm.MostProbable is { } regime ? Words.Of(regime) : null), "By model", "Most probable regime in the model."),
        .. Enum.GetValues<LearningRegime>().Select(regime => Column.Of(
            Words.Of(regime), Firms.Select(firm => firm.Probabilities.Count == 0 ? double.NaN : firm.Probabilities[(int)regime]), Words.Spaced(regime), "share",
            "Share of the draws of assumptions and capability.")),
        Column.Of("near_frontier", Firms.Select(firm => firm.NearFrontier), "Near the frontier", "share", "Share of draws with nothing left to learn within reach."),
    ]);

    /// <summary>Gives one row per place and regime.</summary>
    /// <returns>The table <c>regime_places</c>.</returns>
    public Table ToPlaces() => Table.Of(
        "regime_places",
        Column.Of("place", Mix.Select(row => (string?)(row.Place.Length == 0 ? "all firms" : row.Place)), "Place", "Place, or all firms together."),
        Column.Of("term", Mix.Select(row => (string?)Words.Of(row.Regime)), "Regime", "What holds the firm's learning back."),
        Column.Of("n", Mix.Select(row => row.Firms), "Firms", "", "Firms whose capability is known."),
        Column.Of("estimate", Mix.Select(row => row.Share), "Share in the model", "share", "Mean share over draws of the assumptions.", recommended: true),
        Column.Of("conf_low", Mix.Select(row => row.Low), "Low", "share", "2.5th percentile over draws."),
        Column.Of("conf_high", Mix.Select(row => row.High), "High", "share", "97.5th percentile over draws."));

    private static double Share(IReadOnlyList<FirmRegimeProbabilities> firms, Func<FirmRegimeProbabilities, bool> counts) =>
        firms.Count == 0 ? double.NaN : firms.Count(counts) / (double)firms.Count;
}
