using Karkhana.Core.Tables;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>The standard output of framework 5.12 for levers alone and together: what world scenarios have too.</summary>
internal static class PolicyOutputTables
{
    /// <summary>Gives inequality, survival, network, classes of size and regimes against doing nothing, and transitions between regimes.</summary>
    public static Table[] Of(PolicySimulationResult simulation)
    {
        ScenarioRun[] runs = [.. simulation.Runs.Concat(simulation.Combinations?.Runs ?? [])];
        return [Outcomes(simulation, runs), Transitions(runs)];
    }

    private static Table Outcomes(PolicySimulationResult simulation, ScenarioRun[] runs)
    {
        DifferenceRow[] rows = DifferenceRow.Of(StandardOutput.Differences(runs[0], runs[1..], simulation.Parameters.Parameters.Count), simulation.Population);
        return Table.Of(
            "policy_outcomes",
            [
                Column.Of("policy", rows.Select(row => (string?)row.Difference.Scenario), "Policies", "Id of the policy; ids joined by + where several run together."),
                .. DifferenceRow.Columns(rows, ("Nothing done", "nothing done")),
            ]);
    }

    private static Table Transitions(ScenarioRun[] runs)
    {
        ScenarioTransition[] cells = [.. runs.SelectMany(StandardOutput.Transitions)];
        return Table.Of(
            "policy_transitions",
            Column.Of("policy", cells.Select(cell => (string?)cell.Scenario), "Policies", "Id of the policy, doing nothing first; ids joined by + where several run together."),
            Column.Of("from", cells.Select(cell => (string?)cell.From), "Regime at the start", "When policies start."),
            Column.Of("to", cells.Select(cell => (string?)cell.To), "Regime at the end", "left: the firm is gone."),
            Column.Of("share", cells.Select(cell => cell.Share), "Share", "share", "Of the firms of the first regime, mean over runs."),
            Column.Of("n", cells.Select(cell => cell.Runs), "Runs", "runs", "Runs in which the first regime had any firm."));
    }
}
