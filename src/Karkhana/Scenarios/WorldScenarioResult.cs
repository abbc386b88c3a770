using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>What happens to the cluster when the world changes and no policy acts (framework 5.12).</summary>
/// <param name="Scenarios">The scenarios, the one in which nothing changes first.</param>
/// <param name="Runs">Their runs, in the same order.</param>
/// <param name="Differences">By outcome, the paired differences to the scenario in which nothing changes.</param>
public sealed record WorldScenarioResult(
    IReadOnlyList<WorldScenario> Scenarios, IReadOnlyList<ScenarioRun> Runs, IReadOnlyDictionary<string, PolicyComparisonResult> Differences)
{
    /// <summary>Gives one row per scenario and outcome.</summary>
    /// <returns>The table <c>world_scenarios</c>.</returns>
    public Table ToTable()
    {
        (string Outcome, PolicyEffect Effect)[] rows =
            [.. Scenarios.Skip(1).SelectMany(one => Differences.Select(pair => (pair.Key, pair.Value.Effects.First(effect => effect.Scenario == one.Id))))];
        Dictionary<string, WorldScenario> byId = Scenarios.ToDictionary(one => one.Id);
        return Table.Of(
            "world_scenarios",
            Column.Of("scenario", rows.Select(row => (string?)row.Effect.Scenario), "Scenario", "Id of the scenario."),
            Column.Of("name", rows.Select(row => (string?)byId[row.Effect.Scenario].Title), "Name", "What happens."),
            Column.Of("outcome", rows.Select(row => (string?)row.Outcome), "Outcome", "What is compared, at the end of the run."),
            Column.Of("baseline", rows.Select(row => Sums.Mean(Runs[0].Outcomes.Values(row.Outcome))), "Nothing changes", "", "Mean with nothing changed."),
            Column.Of("estimate", rows.Select(row => row.Effect.Gain), "Difference", "", "Mean paired difference to nothing changed, in the model.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Effect.Low), "Low", "", "Lower limit, 95 %, over runs and parameter draws."),
            Column.Of("conf_high", rows.Select(row => row.Effect.High), "High", "", "Upper limit."),
            Column.Of("runs_above", rows.Select(row => row.Effect.BetterThanNothing.Count), "Runs above 0", "runs", "Runs in which the difference is above 0."),
            Column.Of("runs", rows.Select(row => row.Effect.BetterThanNothing.Runs), "Runs", "runs", "All runs."),
            Column.Of("analogue", rows.Select(row => (string?)byId[row.Effect.Scenario].HistoricalAnalogue), "Modelled on", "History that it is modelled on, not fitted to."),
            Column.Of("source", rows.Select(row => (string?)byId[row.Effect.Scenario].Source), "Source", "Where it comes from."));
    }

    /// <summary>Gives one row per scenario and pair of regimes.</summary>
    /// <returns>The table <c>regime_transitions</c>.</returns>
    public Table TransitionTable()
    {
        LearningRegime[] regimes = Enum.GetValues<LearningRegime>();
        var rows = Runs.SelectMany(run => regimes.SelectMany(from => regimes.Select(to => (run.Scenario, From: from, To: to, Share: MeanOf(run, from, to))))).ToArray();
        return Table.Of(
            "regime_transitions",
            Column.Of("scenario", rows.Select(row => (string?)row.Scenario), "Scenario", "Id of the scenario."),
            Column.Of("from", rows.Select(row => (string?)Words.Of(row.From)), "From", "Regime when the scenario begins."),
            Column.Of("to", rows.Select(row => (string?)Words.Of(row.To)), "To", "Regime at the end."),
            Column.Of("estimate", rows.Select(row => row.Share), "Share", "share", "Of the firms that were in the first and are still there, mean over runs; missing when no run had any.", recommended: true));
    }

    // A run in which no firm was in the first regime has no share.
    private static double MeanOf(ScenarioRun run, LearningRegime from, LearningRegime to) => Sums.Mean(
        [.. run.Outcomes.Values(OutcomeNames.Of(OutcomeNames.RegimeTransition, Words.Of(from), Words.Of(to))).Where(double.IsFinite)]);
}
