using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>The gain in mean capability over time, run by run against doing nothing.</summary>
internal static class GainPaths
{
    private const double Tail = 0.025;

    /// <summary>Gives one row per policy and quarter.</summary>
    public static Table Of(PolicySimulationResult simulation)
    {
        ScenarioRun nothing = simulation.Runs[0];
        Dictionary<string, ScenarioRun> byId = simulation.Runs.ToDictionary(run => run.Scenario);
        var rows = simulation.Shown.Select(policy => byId[policy.Effect.Scenario])
            .SelectMany(run => Enumerable.Range(0, run.MeanCapability.Width).Select(quarter => (run, quarter))).ToArray();
        double[][] gains = [.. rows.Select(row => row.run.MeanCapability.Column(row.quarter)
            .Zip(nothing.MeanCapability.Column(row.quarter), (with, without) => with - without).Order().ToArray())];
        return Table.Of(
            "policy_paths",
            Column.Of("policy", rows.Select(row => (string?)row.run.Scenario), "Policy", "Id of the policy."),
            Column.Of("quarter", rows.Select(row => row.quarter), "Quarter", "quarters", "Quarters since policies could start."),
            Column.Of("baseline", rows.Select(row => Sums.Mean(nothing.MeanCapability.Column(row.quarter))), "Nothing done", "", "Mean capability with nothing done, mean over runs."),
            Column.Of("estimate", gains.Select(sorted => Quantiles.Type7(sorted, 0.5)), "Gain", "", "Median over runs of the paired difference of mean capability to doing nothing, in the model.", recommended: true),
            Column.Of("run_low", gains.Select(sorted => Quantiles.Type7(sorted, Tail)), "Runs from", "", "2.5 % quantile over runs."),
            Column.Of("run_high", gains.Select(sorted => Quantiles.Type7(sorted, 1 - Tail)), "Runs to", "", "97.5 % quantile over runs."));
    }
}
