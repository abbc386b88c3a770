using Karkhana.Core.Tables;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>Single firms of the first run, with nothing done and with the first policy: they show how the model works and say nothing of any
/// one firm of the study.</summary>
/// <param name="Stories">The stories.</param>
/// <param name="Policy">The id of the first policy.</param>
internal sealed record FirmStories(IReadOnlyList<FirmStory> Stories, string Policy)
{
    /// <summary>Takes the firms that both scenarios followed. A firm is told by size class, stage and whether it lies in a cluster, as far as at
    /// least five firms of the study share them; never by name, id or place.</summary>
    public static FirmStories Of(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        string policy = simulation.Shown[0].Effect.Scenario;
        ScenarioRun with = simulation.Runs.First(run => run.Scenario == policy);
        Dictionary<int, FirmHistory> byAgent = with.Histories.ToDictionary(history => history.Agent);
        return new FirmStories(
            [.. simulation.Runs[0].Histories.Select((history, place) => new FirmStory(
                ((char)('A' + place)).ToString(), Described(history.Moments[0], simulation.Population), history,
                byAgent.GetValueOrDefault(history.Agent)))],
            policy);
    }

    /// <summary>Gives one row per firm, scenario and quarter.</summary>
    public Table ToTable()
    {
        var rows = Stories.SelectMany(story => new[] { (Scenario: "nothing", story.Nothing), (Scenario: Policy, story.WithPolicy) }
            .Where(pair => pair.Item2 is not null)
            .SelectMany(pair => pair.Item2!.Moments.Select((moment, quarter) => (story.Letter, story.Description, pair.Scenario, quarter, moment)))).ToArray();
        return Table.Of(
            "firm_stories",
            Column.Of("firm", rows.Select(row => (string?)row.Letter), "Firm", "A letter; no firm of the study is named."),
            Column.Of("kind", rows.Select(row => (string?)row.Description), "Kind", "What at least five firms of the study share with it."),
            Column.Of("scenario", rows.Select(row => (string?)row.Scenario), "Scenario", "Nothing done, or the id of the policy."),
            Column.Of("quarter", rows.Select(row => row.quarter), "Quarter", "quarters", "Quarters since policies could start."),
            Column.Of("capability", rows.Select(row => Math.Round(row.moment.MeanCapability, 2)), "Capability", "", "Mean over functions, to two decimals."),
            Column.Of("effort", rows.Select(row => Math.Round(row.moment.Effort, 2)), "Effort", "", "Effort of the quarter."),
            Column.Of("regime", rows.Select(row => (string?)Words.Of(row.moment.Regime)), "Regime", "What held it back in the quarter."),
            Column.Of("took_part", rows.Select(row => row.moment.Treated), "Took part", "Whether the policy had reached it."));
    }

    // The words that fewer than five firms share are left out, the most telling first.
    private static string Described(FirmSnapshot firm, ClusterPopulation population)
    {
        string size = SizeClass.Of(firm.Workers);
        string status = firm.Clustered ? "clustered" : "dispersed";
        (Func<ClusterFirm, bool> Shares, string Text)[] tries =
        [
            (other => SizeClass.Of(other.Workers) == size && other.Clustered == firm.Clustered, $"{status}, {size} workers"),
            (other => SizeClass.Of(other.Workers) == size, $"{size} workers"),
            (other => other.Clustered == firm.Clustered, status),
        ];
        return tries.FirstOrDefault(one => population.Firms.Count(one.Shares) >= SmallCells.LeastFirms).Text ?? "a firm";
    }
}
