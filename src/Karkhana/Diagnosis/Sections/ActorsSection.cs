using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The actors on the map: makers with and without ties, trades that serve them, institutions; gathered into cells,
/// without names.</summary>
internal static class ActorsSection
{
    private const string Institutions = "institutions";
    private const string Makers = "makers";

    public static Section Compose(Findings findings)
    {
        (double Longitude, double Latitude, string Group)[] actors = [.. ActorsOf(findings)];
        if (actors.Length == 0)
        {
            return new Section("actors", []);
        }

        MapGrid grid = MapGrid.Of(findings.OpenFirms);
        ((int Column, int Row) Place, string Group, int Count)[] cells = [.. actors
            .GroupBy(actor => (grid.CellOf(actor.Longitude, actor.Latitude), actor.Group))
            .Select(cell => (cell.Key.Item1, cell.Key.Group, cell.Count()))];
        Table points = Table.Of(
            "actor_cells",
            Column.Of("longitude", cells.Select(cell => grid.Middle(cell.Place).Longitude), "Longitude", "°", "Middle of the cell."),
            Column.Of("latitude", cells.Select(cell => grid.Middle(cell.Place).Latitude), "Latitude", "°", "Middle of the cell."),
            Column.Of("group", cells.Select(cell => (string?)cell.Group), "Actors", "What they are to the industry."),
            Column.Of(
                "size", cells.Select(cell => MapGrid.Shown(cell.Count)), "Actors (4 means 1 to 4)", "", "Actors in the cell; 4 stands for one to four."));
        return new Section(
            "actors",
            [
                new FigureBlock(
                    "actors", FigureKind.Map, new Dictionary<string, Table> { ["points"] = points, ["links"] = LinksOf(findings, grid) },
                    Sentence.Of("actors.caption", ("industry", findings.Focus.Industry)),
                    Sentence.Of("actors.alt", ("actors", actors.Length), ("groups", cells.Select(cell => cell.Group).Distinct().Count()))),
                new ParagraphBlock([Sentence.Of("actors.privacy", ("least", MapGrid.LeastShown))]),
                .. Missing(findings).Select(sentence => new ParagraphBlock([sentence], Tone.Caution)),
                new TableBlock(Counts(actors), Sentence.Of("actors.table")),
            ]);
    }

    private static IEnumerable<(double Longitude, double Latitude, string Group)> ActorsOf(Findings findings)
    {
        FirmRegister firms = findings.Study.Firms;
        HashSet<int> tied = findings.Study.Ties is { } ties ? [.. ties.From, .. ties.To] : [];
        HashSet<int> focal = [.. findings.Focus.Firms];
        foreach (int firm in findings.Focus.Firms)
        {
            string group = tied.Count == 0 ? Makers : tied.Contains(firm) ? Makers + " with ties" : Makers + " without";
            yield return (firms.Longitudes[firm], firms.Latitudes[firm], group);
        }

        foreach (int firm in Enumerable.Range(0, firms.Count).Where(firm => firms.IsOpen(firm) && !focal.Contains(firm) && firms.Industries.Length > 0))
        {
            if (findings.Study.Industries?.RoleOf(firms.Industries[firm]) is { } role and not IndustryRole.None)
            {
                yield return (firms.Longitudes[firm], firms.Latitudes[firm], Words.Spaced(role) + "s");
            }
        }

        if (findings.Study.Institutions is { } institutions)
        {
            for (int institution = 0; institution < institutions.Count; institution++)
            {
                yield return (institutions.Longitudes[institution], institutions.Latitudes[institution], Institutions);
            }
        }
    }

    private static IEnumerable<Sentence> Missing(Findings findings)
    {
        if (findings.Study.Industries is null)
        {
            yield return Sentence.Of("actors.no_roles");
        }

        if (findings.Study.Institutions is null)
        {
            yield return Sentence.Of("actors.no_institutions");
        }
    }

    // A line stands for five firms or more at either end; within a cell there is none to draw.
    private static Table LinksOf(Findings findings, MapGrid grid)
    {
        FirmRegister firms = findings.Study.Firms;
        IEnumerable<(int First, int Second)> pairs = (findings.Study.Ties?.Pairs() ?? []).Select(
            tie => (Math.Min(tie.From, tie.To), Math.Max(tie.From, tie.To))).Distinct();
        (int Column, int Row) CellOf(int firm) => grid.CellOf(firms.Longitudes[firm], firms.Latitudes[firm]);
        (((int Column, int Row) From, (int Column, int Row) To) Ends, int Count)[] links = [.. pairs
            .Where(pair => CellOf(pair.First) != CellOf(pair.Second))
            .Select(pair => CellOf(pair.First).CompareTo(CellOf(pair.Second)) <= 0 ? pair : (First: pair.Second, Second: pair.First))
            .GroupBy(pair => (CellOf(pair.First), CellOf(pair.Second)))
            .Where(link => Math.Min(link.Select(pair => pair.First).Distinct().Count(), link.Select(pair => pair.Second).Distinct().Count()) >= MapGrid.LeastShown)
            .Select(link => (link.Key, link.Count())).OrderBy(link => link.Key)];
        return Table.Of(
            "actor_links",
            Column.Of("from_x", links.Select(link => grid.Middle(link.Ends.From).Longitude), "From, longitude", "°", "Middle of the cell."),
            Column.Of("from_y", links.Select(link => grid.Middle(link.Ends.From).Latitude), "From, latitude", "°", "Middle of the cell."),
            Column.Of("to_x", links.Select(link => grid.Middle(link.Ends.To).Longitude), "To, longitude", "°", "Middle of the cell."),
            Column.Of("to_y", links.Select(link => grid.Middle(link.Ends.To).Latitude), "To, latitude", "°", "Middle of the cell."),
            Column.Of("weight", links.Select(link => (double)link.Count), "Tied pairs", "", "Pairs of firms of the two cells that are tied; five firms or more at either end."));
    }

    private static Table Counts((double Longitude, double Latitude, string Group)[] actors)
    {
        (string Group, int Count)[] groups = [.. actors.CountBy(actor => actor.Group).Select(group => (group.Key, group.Value))];
        // Makers add up to the firms in focus, whose number is told.
        return SmallCells.SuppressWithComplement(
            Table.Of(
                "actors",
                Column.Of("trade", groups.Select(group => (string?)(group.Group.StartsWith(Makers, StringComparison.Ordinal) ? "in focus" : "others")), "Trade", "In focus or not."),
                Column.Of("group", groups.Select(group => (string?)group.Group), "Actors", "What they are to the industry."),
                Column.Of("n", groups.Select(group => group.Count), "Number", "", "How many there are.")),
            "trade");
    }
}
