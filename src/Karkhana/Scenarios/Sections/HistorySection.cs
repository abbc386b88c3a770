using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Simulation;

namespace Karkhana.Scenarios.Sections;

/// <summary>The boom and bust of tubewells, and the story of the zero-till drill, called an illustration.</summary>
internal static class HistorySection
{
    public static Section Compose(PolicyStudyResult result) =>
        new("scenario_history", [.. result.Tubewells is { } wells ? Blocks(wells) : [], .. result.Drills is { } drills ? Blocks(drills) : []]);

    private static IReadOnlyList<Block> Blocks(TubewellHistoryResult wells) =>
    [
        new ParagraphBlock([Sentence.Of("scenarios.tubewells")], Tone.Caution),
        new ListBlock([.. wells.Notes.Select(note => Sentence.Of("scenarios.note", ("text", note.Text)))]),
        new TableBlock(wells.ToTable(), Sentence.Of("scenarios.tubewells_table")),
    ];

    private static IReadOnlyList<Block> Blocks(DrillImitationResult drills)
    {
        Table curve = Table.Of(
            "drill_makers",
            Column.Of("distance", drills.Years.Select(year => year.Year), "Year", "", "End of the year."),
            Column.Of("estimate", drills.Years.Select(year => year.Median), "Makers", "", "Median over the draws."),
            Column.Of("global_low", drills.Years.Select(year => year.Low), "Low", "", "2.5 % quantile over the draws."),
            Column.Of("global_high", drills.Years.Select(year => year.High), "High", "", "97.5 % quantile over the draws."));
        return
        [
            new ParagraphBlock([Sentence.Of("scenarios.drills")], Tone.Caution),
            new FigureBlock(
                "drill_makers", FigureKind.CurveWithBand, new Dictionary<string, Table> { ["curve"] = curve }, Sentence.Of("scenarios.drills_caption"),
                Sentence.Of("scenarios.drills_alt")),
            new ListBlock([.. drills.Notes.Select(note => Sentence.Of("scenarios.note", ("text", note.Text)))]),
            new TableBlock(drills.ToTable(), Sentence.Of("scenarios.drills_table")),
            new TableBlock(drills.AlternativesTable(), Sentence.Of("scenarios.drills_alternatives")),
        ];
    }
}
