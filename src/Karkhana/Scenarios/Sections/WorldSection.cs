using Karkhana.Core.Documents;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Simulation;

namespace Karkhana.Scenarios.Sections;

/// <summary>World scenarios against nothing changed.</summary>
internal static class WorldSection
{
    private static readonly string[] Columns =
        ["scenario", "outcome", "baseline", "estimate", "conf_low", "conf_high", "runs_above", "runs", "analogue"];

    private static readonly string[] Outcomes =
        [OutcomeNames.CapabilityMean, OutcomeNames.CapabilityGini, OutcomeNames.Survival, OutcomeNames.Performance, OutcomeNames.TiesPerFirm];

    public static Section Compose(PolicyStudyResult result)
    {
        if (result.World is not { } world)
        {
            return new Section("scenario_world", []);
        }

        Dictionary<string, string> names = ScenarioLibrary.Default().Scenarios.ToDictionary(one => one.Id, one => $"{one.Id} {one.Title}");
        ScenarioDifference[] capability = [.. world.Differences.Where(row => row.Outcome == OutcomeNames.CapabilityMean)];
        return new Section("scenario_world",
        [
            new ParagraphBlock([Sentence.Of("scenarios.world", ("runs", world.Differences.Max(row => row.Runs)))], Tone.Caution),
            .. OfCapability(capability, names),
            new TableBlock(Shown(WorldTable.Of(world, result.Simulation.Population)), Sentence.Of("scenarios.world_caption")),
            new TableBlock(Transitions(world), Sentence.Of("scenarios.transitions_caption")),
        ]);
    }

    private static Table Shown(Table all)
    {
        Table kept = TableRows.Where(all, row => (string?)all["group"][row] == "all" && Outcomes.Contains((string)all["outcome"][row]!));
        return Table.Of(all.Name, [.. Columns.Select(column => kept[column])]);
    }

    // A matrix per scenario: rows where firms were, columns where they are.
    private static Table Transitions(ScenarioStudyResult world)
    {
        (string Scenario, string From)[] rows = [.. world.Transitions.Select(cell => (cell.Scenario, cell.From)).Distinct()];
        string[] ends = [.. world.Transitions.Select(cell => cell.To).Distinct()];
        return Table.Of(
            "scenario_transitions",
            [
                Column.Of("scenario", rows.Select(row => (string?)row.Scenario), "Scenario", "Id of the scenario."),
                Column.Of("from", rows.Select(row => (string?)row.From), "Regime at the start", "When the burn-in ended."),
                .. ends.Select(end => Column.Of(
                    end,
                    rows.Select(row => world.Transitions.First(cell => cell.Scenario == row.Scenario && cell.From == row.From && cell.To == end).Share),
                    $"To {end.Replace('_', ' ')}", "share", "Share of the firms of the first regime, mean over runs.")),
                Column.Of(
                    "n", rows.Select(row => world.Transitions.First(cell => cell.Scenario == row.Scenario && cell.From == row.From).Runs), "Runs", "runs",
                    "Runs in which the first regime had any firm."),
            ]);
    }

    private static IEnumerable<Block> OfCapability(ScenarioDifference[] rows, Dictionary<string, string> names)
    {
        if (rows.Length == 0)
        {
            yield break;
        }

        ScenarioDifference most = rows.MaxBy(row => Math.Abs(row.Difference))!;
        yield return new ParagraphBlock(
            [Sentence.Of(
                "scenarios.world_most", ("scenario", names[most.Scenario]), ("gain", most.Difference), ("low", most.Low), ("high", most.High),
                ("above", most.RunsAbove), ("runs", most.Runs))],
            Tone.Finding);
        Table coefficients = Table.Of(
            "world_differences",
            Column.Of("term", rows.Select(row => (string?)names[row.Scenario]), "Scenario", "What happens."),
            Column.Of("estimate", rows.Select(row => row.Difference), "Difference of mean capability", "", "Mean paired difference to nothing changed."),
            Column.Of("conf_low", rows.Select(row => row.Low), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.High), "High", "", "Upper limit, 95 %."));
        yield return new FigureBlock(
            "world_differences", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = coefficients },
            Sentence.Of("scenarios.world_figure"), Sentence.Of("scenarios.world_alt", ("scenarios", rows.Length)));
    }
}
