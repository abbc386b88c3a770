using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>The design of the programme held against the features of technology support that worked, with its radar figure.</summary>
internal static class DesignSection
{
    public static Section Compose(PolicyStudyResult result)
    {
        ProgrammeDesignResult design = ProgrammeDesign.Estimate(result.Simulation.Policies.Policies);
        return new Section("scenario_design", [.. Blocks(design), new TableBlock(OfProgramme(design.ToTable(), "group"), Sentence.Of("scenarios.design_table"))]);
    }

    /// <summary>Gives what the check is, and the figure.</summary>
    public static IReadOnlyList<Block> Blocks(ProgrammeDesignResult design)
    {
        FeatureScore[] scores = [.. design.Scores.Where(score => score.Policy == ProgrammeDesignResult.Programme)];
        Table axes = Table.Of(
            "axes",
            Column.Of("term", scores.Select(score => (string?)Words.Spaced(score.Feature)), "Feature", "Feature of technology support that worked."),
            Column.Of("estimate", scores.Select(score => score.Score), "Score", "share", "Share of yes among the questions that the description answers; 1 is full marks."),
            Column.Of("conf_low", scores.Select(score => score.Low), "If no", "share", "The share if all that is not said were no."),
            Column.Of("conf_high", scores.Select(score => score.High), "If yes", "share", "The share if all that is not said were yes."),
            Column.Of("group", scores.Select(score => (string?)score.Policy), "Policy", "All policies together."));
        return
        [
            new ParagraphBlock([Sentence.Of("scenarios.design"), Sentence.Of("scenarios.design_whole", ("policies", design.Scores.Select(score => score.Policy).Distinct().Count() - 1))]),
            new FigureBlock(
                "programme_design", FigureKind.Radar, new Dictionary<string, Table> { ["axes"] = axes }, Sentence.Of("scenarios.design_figure"),
                Sentence.Of("scenarios.design_alt", ("scores", string.Join("; ", scores.Select(Told))))),
        ];
    }

    private static string Told(FeatureScore score) => double.IsNaN(score.Score)
        ? $"{Words.Spaced(score.Feature)} not said"
        : FormattableString.Invariant($"{Words.Spaced(score.Feature)} {score.Score:0.00}");

    /// <summary>Keeps the rows of the programme as a whole.</summary>
    public static Table OfProgramme(Table table, string column) =>
        TableRows.Where(table, row => table.Texts(column)[row] == ProgrammeDesignResult.Programme);
}
