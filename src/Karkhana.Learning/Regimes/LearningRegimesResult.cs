using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The regimes of all surveyed firms.</summary>
/// <param name="Firms">One entry per respondent.</param>
/// <param name="Assumptions">What was assumed.</param>
public sealed record LearningRegimesResult(IReadOnlyList<FirmRegime> Firms, RegimeAssumptions Assumptions)
{
    private const int Resamples = 999;

    /// <summary>Gets the share of firms in a regime by their answers, among those whose answers say; NaN when none
    /// does.</summary>
    /// <param name="regime">The regime.</param>
    /// <returns>The share.</returns>
    public double StatedShare(LearningRegime regime) => Share([.. Firms.Select(firm => firm.Stated)], regime);

    /// <summary>Gives the regime mix by answers and by model, with percentile intervals over resampled firms.</summary>
    /// <param name="seed">The seed of the resampling.</param>
    /// <returns>The table <c>regime_mix</c>.</returns>
    public Table ToMix(ulong seed)
    {
        LearningRegime[] regimes = Enum.GetValues<LearningRegime>();
        LearningRegime?[] stated = [.. Firms.Select(firm => firm.Stated)];
        LearningRegime?[] modelled = [.. Firms.Select(firm => firm.Modelled?.Regime)];
        (string Basis, LearningRegime?[] Values)[] sources = [("answers", stated), ("model", modelled)];
        (string Basis, LearningRegime?[] Values, LearningRegime Regime)[] rows =
            [.. sources.Where(source => source.Values.Any(value => value is not null))
                .SelectMany(source => regimes.Select(regime => (source.Basis, source.Values, regime)))];
        (double Low, double High)[] intervals = [.. rows.Select(row => Interval(row.Values, row.Regime, seed))];
        return Table.Of(
            "regime_mix",
            Column.Of(
                "term", rows.Select(row => (string?)Words.Of(row.Regime)), "Regime",
                "What holds the firm's learning back."),
            Column.Of(
                "group", rows.Select(row => (string?)row.Basis), "By",
                "By the firm's answers, or by the effort problem."),
            Column.Of(
                "n", rows.Select(row => row.Values.Count(value => value == row.Regime)), "Firms", "",
                "Firms in this regime."),
            Column.Of(
                "estimate", rows.Select(row => Share(row.Values, row.Regime)), "Share", "share",
                "Share of the firms whose regime is known.", recommended: true),
            Column.Of(
                "conf_low", intervals.Select(interval => interval.Low), "Low", "share",
                "Lower limit, 95 %, over resampled firms."),
            Column.Of(
                "conf_high", intervals.Select(interval => interval.High), "High", "share",
                "Upper limit, 95 %, over resampled firms."));
    }

    /// <summary>Gives one row per firm.</summary>
    /// <param name="firmIds">All firms of the register.</param>
    /// <returns>The table <c>firm_regimes</c>.</returns>
    public Table ToTable(IReadOnlyList<string> firmIds) => Table.Of(
        "firm_regimes",
        Column.Of("firm", Firms.Select(firm => (string?)firmIds[firm.Firm]), "Firm", "Firm id of the register."),
        Column.Of("constraint", Firms.Select(firm => firm.Constraint is { } named ? Words.Of(named) : null), "Constraint", "What the firm names first."),
        Column.Of(
            "stated", Firms.Select(firm => firm.Stated is { } regime ? Words.Of(regime) : null), "By answers",
            "Regime by the firm's answers."),
        Column.Of(
            "modelled", Firms.Select(firm => firm.Modelled is { } choice ? Words.Of(choice.Regime) : null), "By model",
            "Regime in the effort problem, under the assumptions stated."),
        Column.Of(
            "effort", Firms.Select(firm => firm.Modelled?.Effort ?? double.NaN), "Effort in the model", "",
            "Chosen effort in the model."),
        Column.Of(
            "frontier", Firms.Select(firm => firm.Modelled?.Frontier ?? false), "Frontier",
            "Nothing left to learn within reach, in the model."));

    private static double Share(LearningRegime?[] values, LearningRegime regime)
    {
        int known = values.Count(value => value is not null);
        return known == 0 ? double.NaN : values.Count(value => value == regime) / (double)known;
    }

    private static (double Low, double High) Interval(LearningRegime?[] values, LearningRegime regime, ulong seed)
    {
        LearningRegime[] known = [.. values.OfType<LearningRegime>()];
        double[] shares = new double[Resamples];
        for (int draw = 0; draw < Resamples; draw++)
        {
            RandomStream stream = new(seed, RandomPurpose.RegimeBootstrap, draw, 0);
            int hits = 0;
            for (int i = 0; i < known.Length; i++)
            {
                hits += known[stream.NextInt(known.Length)] == regime ? 1 : 0;
            }

            shares[draw] = hits / (double)known.Length;
        }

        Array.Sort(shares);
        return (Quantiles.Type7(shares, 0.025), Quantiles.Type7(shares, 0.975));
    }
}
