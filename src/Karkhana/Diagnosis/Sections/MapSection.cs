using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The map: establishments gathered into grid cells, so that no point on it is a firm.</summary>
internal static class MapSection
{
    public static Section Compose(Findings findings)
    {
        Table points = Gather(findings);
        Sentence caption = findings.Focus.Industry.Length > 0
            ? Sentence.Of("map.caption", ("industry", findings.Focus.Industry))
            : Sentence.Of("map.caption_all");
        Sentence alt = Sentence.Of(
            "map.alt", ("count", findings.OpenFirms.Count), ("focal", findings.Focus.Firms.Length));
        return new Section("map",
        [
            new FigureBlock("map", FigureKind.Map, new Dictionary<string, Table> { ["points"] = points }, caption, alt),
            new ParagraphBlock([Sentence.Of("map.privacy", ("least", MapGrid.LeastShown))]),
        ]);
    }

    private static Table Gather(Findings findings)
    {
        FirmRegister firms = findings.OpenFirms;
        HashSet<string> ids = [.. findings.Focus.Firms.Select(firm => findings.Study.Firms.Ids[firm])];
        HashSet<int> focal = [.. Enumerable.Range(0, firms.Count).Where(firm => ids.Contains(firms.Ids[firm]))];
        MapGrid grid = MapGrid.Of(firms);
        ((int Column, int Row) Place, bool Focal, int Count)[] cells = [.. Enumerable.Range(0, firms.Count)
            .GroupBy(firm => (grid.CellOf(firms.Longitudes[firm], firms.Latitudes[firm]), focal.Contains(firm)))
            .Select(group => (group.Key.Item1, group.Key.Item2, group.Count()))
            .OrderBy(cell => cell.Item2).ThenBy(cell => cell.Item1)];
        string focus = findings.Focus.Industry.Length > 0 ? findings.Focus.Industry : "establishments";
        return Table.Of(
            "map_cells",
            Column.Of(
                "longitude", cells.Select(cell => grid.Middle(cell.Place).Longitude), "Longitude",
                "°", "Middle of the cell."),
            Column.Of(
                "latitude", cells.Select(cell => grid.Middle(cell.Place).Latitude), "Latitude", "°",
                "Middle of the cell."),
            Column.Of(
                "group", cells.Select(cell => (string?)(cell.Focal ? focus : "other industries")), "Group",
                "Industry in focus or not."),
            Column.Of(
                "size", cells.Select(cell => MapGrid.Shown(cell.Count)), "Establishments (4 means 1 to 4)", "",
                "Establishments in the cell; 4 stands for one to four."));
    }
}
