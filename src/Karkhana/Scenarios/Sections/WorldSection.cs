using Karkhana.Core.Documents;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>World scenarios against nothing changed.</summary>
internal static class WorldSection
{
    private static readonly string[] Columns = ["scenario", "outcome", "baseline", "estimate", "conf_low", "conf_high", "runs_above", "runs", "analogue"];

    public static Section Compose(ScenarioStudyResult result)
    {
        if (result.World is not { } world)
        {
            return new Section("scenario_world", []);
        }

        Dictionary<string, string> names = world.Scenarios.ToDictionary(one => one.Id, one => $"{one.Id} {one.Title}");
        List<Block> blocks =
            [new ParagraphBlock([Sentence.Of("scenarios.world", ("runs", world.Runs[0].Outcomes.Rows.Count))], Tone.Caution)];
        if (world.Differences.TryGetValue(OutcomeNames.CapabilityMean, out PolicyComparisonResult? capability))
        {
            blocks.AddRange(OfCapability(capability, names));
        }

        blocks.Add(new TableBlock(Shown(world.ToTable()), Sentence.Of("scenarios.world_caption")));
        blocks.Add(new TableBlock(world.TransitionTable(), Sentence.Of("scenarios.transitions_caption")));
        return new Section("scenario_world", blocks);
    }

    private static Table Shown(Table all) => Table.Of(all.Name, [.. Columns.Select(column => all[column])]);

    private static IEnumerable<Block> OfCapability(PolicyComparisonResult capability, Dictionary<string, string> names)
    {
        PolicyEffect[] effects = [.. capability.Effects];
        PolicyEffect most = effects.MaxBy(effect => Math.Abs(effect.Gain))!;
        yield return new ParagraphBlock(
            [Sentence.Of(
                "scenarios.world_least", ("scenario", names[most.Scenario]), ("gain", most.Gain), ("low", most.Low), ("high", most.High),
                ("below", most.BetterThanNothing.Runs - most.BetterThanNothing.Count), ("runs", most.BetterThanNothing.Runs))],
            Tone.Finding);
        Table coefficients = Table.Of(
            "world_differences",
            Column.Of("term", effects.Select(effect => (string?)names[effect.Scenario]), "Scenario", "What happens."),
            Column.Of("estimate", effects.Select(effect => effect.Gain), "Difference of mean capability", "", "Mean paired difference to nothing changed."),
            Column.Of("conf_low", effects.Select(effect => effect.Low), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", effects.Select(effect => effect.High), "High", "", "Upper limit, 95 %."),
            Column.Of("model", effects.Select(_ => (string?)""), "", ""));
        yield return new FigureBlock(
            "world_differences", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = coefficients },
            Sentence.Of("scenarios.world_figure"), Sentence.Of("scenarios.world_alt", ("scenarios", effects.Length)));
    }
}
