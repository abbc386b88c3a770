using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>World scenarios against nothing changed: all firms, and classes of size of at least five firms.</summary>
internal static class WorldTable
{
    private const string Size = "size";

    /// <summary>Gives one row per scenario and outcome. Places and other groups are left out: their firms can be too few.</summary>
    public static Table Of(ScenarioStudyResult world, ClusterPopulation population)
    {
        Dictionary<string, WorldScenario> byId = ScenarioLibrary.Default().Scenarios.ToDictionary(one => one.Id);
        (ScenarioDifference Difference, string Outcome, string? Group, int Firms)[] rows = [.. world.Differences.Select(row =>
        {
            (string outcome, string? dimension, string? group) = OutcomeNames.Split(row.Outcome);
            int firms = dimension switch
            {
                null => population.Firms.Count,
                Size => population.Firms.Count(firm => SizeClass.Of(firm.Workers) == group),
                "regime" when outcome == OutcomeNames.RegimeShare => population.Firms.Count,
                _ => 0,
            };
            return (row, outcome, group, firms);
        }).Where(row => row.firms >= SmallCells.LeastFirms)];
        return Table.Of(
            "world_scenarios",
            Column.Of("scenario", rows.Select(row => (string?)row.Difference.Scenario), "Scenario", "Id of the scenario."),
            Column.Of("title", rows.Select(row => (string?)byId[row.Difference.Scenario].Title), "What happens", "What happens to the cluster from outside."),
            Column.Of("outcome", rows.Select(row => (string?)row.Outcome), "Outcome", "What is compared, at the end of the run."),
            Column.Of("group", rows.Select(row => row.Group ?? "all"), "Firms", "All firms, a class of size, or a regime."),
            Column.Of("baseline", rows.Select(row => row.Difference.Baseline), "Nothing changes", "", "Mean with nothing changed."),
            Column.Of("estimate", rows.Select(row => row.Difference.Difference), "Difference", "", "Mean paired difference to nothing changed, in the model.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Difference.Low), "Low", "", "Lower limit, 95 %, over runs and parameter draws."),
            Column.Of("conf_high", rows.Select(row => row.Difference.High), "High", "", "Upper limit."),
            Column.Of("runs_above", rows.Select(row => row.Difference.RunsAbove), "Runs above 0", "", "Runs in which the difference is above 0."),
            Column.Of("runs", rows.Select(row => row.Difference.Runs), "Runs", "", "Runs in which both are defined."),
            Column.Of("analogue", rows.Select(row => (string?)byId[row.Difference.Scenario].HistoricalAnalogue), "Modelled on", "History that it is modelled on, not fitted to."),
            Column.Of("source", rows.Select(row => (string?)byId[row.Difference.Scenario].Source), "Source", "Where it comes from."));
    }
}
