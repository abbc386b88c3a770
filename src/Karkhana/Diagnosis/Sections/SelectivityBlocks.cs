using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Who takes part in joint action: a mean hides that few may.</summary>
internal static class SelectivityBlocks
{
    private const string Any = "any";
    private const string All = "all";

    public static IEnumerable<Block> Compose(Findings findings, CooperationFindings cooperation)
    {
        Table table = cooperation.ToSelectivity();
        bool IsShown(int row) => !double.IsNaN(table.Numbers("estimate")[row]);
        if (!Enumerable.Range(0, table.RowCount).Any(IsShown))
        {
            yield return new ParagraphBlock([Sentence.Of("cooperation.no_selectivity")], Tone.Caution);
            yield break;
        }

        yield return new ParagraphBlock([.. Said(cooperation)], Tone.Finding);
        Table byPlace = TableRows.Where(
            table, row => IsShown(row) && table.Texts("by")[row] == RespondentGroups.ByPlace && table.Texts("group")[row] != All);
        if (byPlace.RowCount > 0)
        {
            yield return Dots(byPlace, findings);
        }

        yield return new TableBlock(
            TableRows.Where(table, row => table.Texts("construct")[row] == Any),
            Sentence.Of("cooperation.selectivity_table"));
    }

    private static IEnumerable<Sentence> Said(CooperationFindings cooperation)
    {
        SelectivityRow[] rows = [.. cooperation.Selectivity[RespondentGroups.ByPlace].Rows.Where(row => row.Group == All && row.Firms >= SmallCells.LeastFirms)];
        if (rows.FirstOrDefault(row => row.Construct == Any) is { } any)
        {
            yield return Sentence.Of(
                "cooperation.takes_part", ("share", any.Share), ("low", any.ConfLow), ("high", any.ConfHigh), ("firms", any.Firms));
        }
    }

    private static FigureBlock Dots(Table rows, Findings findings)
    {
        string Name(string id) => id == Any ? "at least one of them" : AdvantageNames.NameOf(id, findings);
        Table dots = Table.Of(
            "selectivity_dots",
            Column.Of("term", rows.Texts("construct").Select(id => (string?)Name(id!)), "Joint action", "Joint action."),
            rows["group"], rows["n"], rows["estimate"], rows["conf_low"], rows["conf_high"]);
        return new FigureBlock(
            "joint_action_selectivity", FigureKind.DotPlot, new Dictionary<string, Table> { ["dots"] = dots },
            Sentence.Of("cooperation.selectivity_caption"),
            Sentence.Of("cooperation.selectivity_alt", ("actions", rows.Texts("construct").Distinct().Count())));
    }
}
