using Karkhana.Core.Policies;
using Karkhana.Core.Tables;

namespace Karkhana.Scenarios;

/// <summary>What each run gave: from it units of gain, regret and intervals can be computed anew.</summary>
internal static class RunsTable
{
    private static readonly (string Outcome, string Name, string Label, string Description)[] Kept =
    [
        (OutcomeNames.CapabilityMean, "capability_mean", "Capability", "Mean in the last quarter over the firms that were there when policies start; those that left count with what they had when they left."),
        (OutcomeNames.CapabilityMeanOfAll, "capability_mean_all", "Capability of all", "Mean over all firms of the last quarter, those that came too."),
        (OutcomeNames.CapabilityOverRun, "capability_mean_run", "Capability, all quarters", "Mean over quarters of the mean over the firms that were there when policies start."),
        (OutcomeNames.CapabilitySpread, "capability_sd", "Between firms", "Standard deviation between firms in the last quarter. Gains are priced in its mean over the runs with nothing done."),
        (OutcomeNames.FirmsAtStart, "firms_start", "Firms at the start", "Firms when policies start: those over which capability is a mean, and by which gains are summed."),
        (OutcomeNames.Firms, "firms", "Firms", "Firms in the last quarter."),
        (OutcomeNames.Cost, "cost", "Cost", "What the policies cost over the run."),
        (OutcomeNames.TreatedFirms, "treated_firms", "Took part", "Firms that a policy reached."),
        (OutcomeNames.Effort, "effort_mean", "Effort", "Mean over quarters of the mean over firms."),
        (OutcomeNames.Survival, "survival", "Survival", "Share of the firms at the start that are there at the end."),
    ];

    /// <summary>Gives one row per scenario and replicate, doing nothing first; what is run together and what a budget allows last.</summary>
    public static Table Of(PolicySimulationResult simulation)
    {
        // The set of a budget can be one of the sets that were asked for: its runs are the same.
        ScenarioOutcomes[] scenarios =
        [
            .. simulation.Runs.Concat(simulation.Combinations?.Runs ?? []).Concat(simulation.Budget?.Runs ?? [])
                .DistinctBy(run => run.Scenario, StringComparer.Ordinal).Select(run => run.Outcomes),
        ];
        (ScenarioOutcomes Scenario, int Replicate)[] rows =
            [.. scenarios.SelectMany(scenario => Enumerable.Range(0, scenario.Rows.Count).Select(replicate => (scenario, replicate)))];
        return Table.Of(
            "policy_runs",
            [
                Column.Of("policy", rows.Select(row => (string?)row.Scenario.Scenario), "Policy", "Id of the policy or portfolio; doing nothing first."),
                Column.Of("replicate", rows.Select(row => row.Replicate), "Run", "", "Runs of one number have the same random numbers in every scenario."),
                Column.Of("draw", rows.Select(row => simulation.Compared.ParameterDraws[row.Replicate]), "Draw", "", "Draw of the parameters; intervals are over draws where draws have several runs."),
                .. Kept.Where(kept => scenarios.All(scenario => scenario.Outcomes.Contains(kept.Outcome))).Select(kept => Column.Of(
                    kept.Name, scenarios.SelectMany(scenario => scenario.Values(kept.Outcome)), kept.Label,
                    kept.Outcome == OutcomeNames.Cost ? simulation.Currency : "", kept.Description)),
            ]);
    }
}
