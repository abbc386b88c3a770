using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Policy;

namespace Karkhana.Scenarios;

/// <summary>The share of the firms in each regime, before and after: no order of levers is told without it.</summary>
internal static class RegimeMix
{
    private static readonly LearningRegime[] Regimes = Enum.GetValues<LearningRegime>();

    /// <summary>Gives the mix as words: <c>41% interior, 30% liquidity</c>.</summary>
    public static string Describe(PolicySimulationResult simulation) => string.Join(", ", simulation.Ranking.RegimeMix
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Where(pair => pair.Value >= 0.005)
        .Select(pair => FormattableString.Invariant($"{100 * pair.Value:0}% {Words.Spaced(pair.Key)}")));

    /// <summary>Gives one row per policy and regime, doing nothing first.</summary>
    public static Table Of(PolicySimulationResult simulation)
    {
        var rows = new[] { simulation.Comparison.Baseline }.Concat(simulation.Shown.Select(policy => policy.Effect.Scenario))
            .SelectMany(id => Regimes.Select(regime => (Id: id, Regime: regime))).ToArray();
        Dictionary<(string, string), GroupGain> changes = simulation.Comparison.Groups
            .Where(gain => gain.Outcome == OutcomeNames.RegimeShare).ToDictionary(gain => (gain.Scenario, gain.Group));
        GroupGain?[] changed = [.. rows.Select(row => changes.GetValueOrDefault((row.Id, Words.Of(row.Regime))))];
        return Table.Of(
            "policy_regimes",
            Column.Of("policy", rows.Select(row => (string?)row.Id), "Policy", "Id of the policy; doing nothing first."),
            Column.Of("regime", rows.Select(row => (string?)Words.Of(row.Regime)), "Regime", "What holds learning back, in the model."),
            Column.Of("before", rows.Select(row => simulation.Ranking.RegimeMix[row.Regime]), "Before", "share", "Share of the firms when policies start, mean over runs."),
            Column.Of("after", rows.Select(row => After(simulation, row.Id, row.Regime)), "After", "share", "Share of the firms at the end, mean over runs."),
            Column.Of("estimate", changed.Select(one => one?.Gain ?? double.NaN), "Difference", "share", "Mean paired difference at the end to doing nothing.", recommended: true),
            Column.Of("conf_low", changed.Select(one => one?.Low ?? double.NaN), "Low", "share", "Lower limit, 95 %."),
            Column.Of("conf_high", changed.Select(one => one?.High ?? double.NaN), "High", "share", "Upper limit, 95 %."));
    }

    /// <summary>Gives the mean share of the firms in a regime at the end.</summary>
    public static double After(PolicySimulationResult simulation, string id, LearningRegime regime) =>
        Sums.Mean(simulation.OutcomesOf(id).Values(OutcomeNames.Of(OutcomeNames.RegimeShare, "regime", Words.Of(regime))));
}
