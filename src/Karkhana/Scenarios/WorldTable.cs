using Karkhana.Core.Tables;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>World scenarios against nothing changed: all firms, and classes of size of at least five firms.</summary>
internal static class WorldTable
{
    /// <summary>Gives one row per scenario and outcome. Places and other groups are left out: their firms can be too few.</summary>
    public static Table Of(ScenarioStudyResult world, ClusterPopulation population)
    {
        Dictionary<string, WorldScenario> byId = ScenarioLibrary.Default().Scenarios.ToDictionary(one => one.Id);
        DifferenceRow[] rows = DifferenceRow.Of(world.Differences, population);
        return Table.Of(
            "world_scenarios",
            [
                Column.Of("scenario", rows.Select(row => (string?)row.Difference.Scenario), "Scenario", "Id of the scenario."),
                Column.Of("title", rows.Select(row => (string?)byId[row.Difference.Scenario].Title), "What happens", "What happens to the cluster from outside."),
                .. DifferenceRow.Columns(rows, ("Nothing changes", "nothing changed")),
                Column.Of("analogue", rows.Select(row => (string?)byId[row.Difference.Scenario].HistoricalAnalogue), "Modelled on", "History that it is modelled on, not fitted to."),
                Column.Of("source", rows.Select(row => (string?)byId[row.Difference.Scenario].Source), "Source", "Where it comes from."),
            ]);
    }
}
