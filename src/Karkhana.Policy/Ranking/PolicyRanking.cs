using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>Orders simulated policies by what a gain costs.</summary>
public static class PolicyRanking
{
    private const double Rounding = 1e-6;

    /// <summary>Orders.</summary>
    /// <remarks>
    /// By cost per 0.1 standard deviations where it is defined, then by gain. Neighbours are compared run by run: units of gain per
    /// money, by mean costs; units of gain where the first costs nothing, as the second gives nothing for nothing; gain where one of them
    /// has no cost per gain. An order whose margin's interval holds 0 is called
    /// not settled. What overturns it: the cost or gain of the first at which both are worth the same, the
    /// parameter draws in which the order is the other way round, and the parameter whose rank correlation with the margin is
    /// greatest (from 8 draws on). The mix of regimes is asked for because the order is a property of it (framework 5.10).
    /// Cost: policies × replicates. Source: framework 4.2, 5.10, Appendix C. Agrees with: the definition.
    /// </remarks>
    /// <param name="scenarios">The runs.</param>
    /// <param name="comparison">Their comparison.</param>
    /// <param name="regimeMix">The share of the firms in each regime.</param>
    /// <param name="options">The options of the comparison.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ArgumentException">The mix does not add up to 1.</exception>
    public static PolicyRankingResult Estimate(
        ComparedScenarios scenarios,
        PolicyComparisonResult comparison,
        IReadOnlyDictionary<LearningRegime, double> regimeMix,
        PolicyComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(regimeMix);
        double all = regimeMix.Values.Order().Sum();
        Require.That(
            Math.Abs(all - 1) < Rounding && regimeMix.Values.All(share => share >= 0), nameof(regimeMix),
            FormattableString.Invariant($"must be shares of firms that add up to 1; they added up to {all}"));
        options ??= new PolicyComparisonOptions();
        RunMoments moments = new(scenarios.ParameterDraws, scenarios.Replicates);
        RunValues values = new(scenarios, options);
        PolicyEffect[] order = [.. comparison.Effects
            .OrderBy(effect => effect.CostPerGain.State)
            .ThenBy(effect => effect.CostPerGain.State == CostPerGainState.Defined ? effect.CostPerGain.Estimate : -effect.Gain)
            .ThenByDescending(effect => effect.Gain) // what costs nothing has the same cost per gain
            .ThenBy(effect => effect.Scenario, StringComparer.Ordinal)];
        PolicyMargin[] margins = [.. order.Zip(order.Skip(1), (first, second) => new PolicyMargin(scenarios, values, first, second))];
        RankedPolicy[] ranked = [.. order.Select((effect, place) => Ranked(
            place + 1, effect, place < margins.Length ? moments.Mean(margins[place].ByRun, options.Level) : null))];
        return new PolicyRankingResult
        {
            Policies = ranked,
            Reversals = [.. margins.Select(margin => margin.Reversal())],
            RegimeMix = regimeMix,
            Notes = [.. Notes(ranked, regimeMix), .. comparison.Notes],
            Provenance = comparison.Provenance with { Method = "policy.ranking" },
        };
    }

    private static RankedPolicy Ranked(int rank, PolicyEffect effect, CoefficientTable? margin) => margin is null
        ? new RankedPolicy(rank, effect, double.NaN, double.NaN, double.NaN)
        : margin.StandardErrors[0] == 0
            ? new RankedPolicy(rank, effect, margin.Estimates[0], margin.Estimates[0], margin.Estimates[0])
            : new RankedPolicy(rank, effect, margin.Estimates[0], margin.ConfidenceLow[0], margin.ConfidenceHigh[0]);

    private static IEnumerable<Note> Notes(RankedPolicy[] ranked, IReadOnlyDictionary<LearningRegime, double> mix)
    {
        string regimes = string.Join(", ", mix.OrderBy(pair => pair.Key).Select(pair => string.Create(
            CultureInfo.InvariantCulture, $"{100 * pair.Value:0} % {Words.Spaced(pair.Key)}")));
        yield return new Note("regime-mix", Severity.Information,
            $"In the model, under these assumptions, the order holds for firms of which {regimes}; with another mix of regimes it can be another.");
        string[] open = [.. ranked.Zip(ranked.Skip(1)).Where(pair => !pair.First.IsSettled).Select(
            pair => $"{pair.First.Effect.Scenario} before {pair.Second.Effect.Scenario}")];
        if (ranked.Length < 2)
        {
            yield break; // one policy has no neighbours to be told from
        }

        yield return open.Length == 0
            ? new Note("order-settled", Severity.Information, "The intervals of the margins between neighbours in the order lie above 0.")
            : new Note("order-not-settled", Severity.Warning, $"Intervals overlap; the runs do not settle {string.Join(", ", open)}.");
    }
}
