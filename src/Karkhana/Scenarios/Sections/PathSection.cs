using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;

namespace Karkhana.Scenarios.Sections;

/// <summary>Ribbons of the gain over time for the first levers.</summary>
internal static class PathSection
{
    private const int MostLevers = 4;

    public static Section Compose(PolicyStudyResult result) => new("scenario_paths", Blocks(result));

    public static IReadOnlyList<Block> Blocks(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        string[] shown = [.. simulation.Shown.Take(MostLevers).Select(policy => policy.Effect.Scenario)];
        Table paths = GainPaths.Of(simulation);
        paths = TableRows.Where(paths, row => shown.Contains((string)paths["policy"][row]!));
        Table curve = Table.Of(
            "gain_paths",
            Column.Of("group", paths.Texts("policy").Select(id => (string?)simulation.NameOf(id!)), "Lever", "Id and name."),
            Column.Of("distance", paths.Numbers("quarter"), "Quarter", "", "Quarters since policies could start."),
            Column.Of("estimate", paths.Numbers("estimate"), "Gain in mean capability", "", "Median of the runs."),
            Column.Of("global_low", paths.Numbers("run_low"), "Runs from", "", "2.5 % quantile over runs."),
            Column.Of("global_high", paths.Numbers("run_high"), "Runs to", "", "97.5 % quantile over runs."),
            Column.Of("benchmark", paths.Numbers("quarter").Select(_ => 0.0), "Doing nothing", "", "No difference."));
        return
        [
            new FigureBlock(
                "gain_paths", FigureKind.CurveWithBand, new Dictionary<string, Table> { ["curve"] = curve }, Sentence.Of("scenarios.paths_caption"),
                Sentence.Of("scenarios.paths_alt", ("quarters", simulation.Options.Model.Horizon), ("levers", shown.Length))),
            new ParagraphBlock([Sentence.Of("scenarios.paths")]),
        ];
    }
}
