using Karkhana.Data.Files;
using Karkhana.Data.Studies;
using Karkhana.Data.Validation;

namespace Karkhana.Data.Ties;

/// <summary>Reads the parties outside the register.</summary>
internal static class PartyReader
{
    private const string Part = "parties";

    /// <summary>Reads the parties.</summary>
    /// <returns>The parties, or null when they cannot be read; the reasons were reported.</returns>
    public static PartyTable? Read(
        ITableSource source, StudyToml toml, FileProblems problems, IReadOnlyList<string> firmIds)
    {
        ColumnFinder find = new(source, toml, Part, problems);
        (int id, int type, int locality) = (find.Required("id"), find.Optional("type"), find.Optional("locality"));
        Cells cells = new(source, problems);
        (List<string> ids, List<long> rows, List<string> types, List<Locality?> localities) = ([], [], [], []);
        while (source.Read())
        {
            if (id < 0)
            {
                continue;
            }

            ids.Add(source.Text(id));
            rows.Add(source.Row);
            types.Add(type < 0 ? "" : source.Text(type));
            localities.Add(locality < 0 || source.Text(locality).Length == 0 ? null : cells.Word(locality, Locality.Local));
        }

        if (id < 0)
        {
            return null;
        }

        CheckIds(ids, rows, source.Columns[id], problems, firmIds);
        return new PartyTable(ids, types, localities);
    }

    private static void CheckIds(
        List<string> ids, List<long> rows, string column, FileProblems problems, IReadOnlyList<string> firmIds)
    {
        IdRules.Check(ids, rows, column, problems);
        HashSet<string> firms = new(firmIds, StringComparer.Ordinal);
        for (int party = 0; party < ids.Count; party++)
        {
            if (ids[party].Length == 0)
            {
                problems.Error("missing-id", rows[party], column, "an id", "an empty cell", "Give each party an id.");
            }
            else if (firms.Contains(ids[party]))
            {
                problems.Error(
                    "party-is-firm", rows[party], column, "an id that no firm of the register has", FileProblems.Quote(ids[party]),
                    "Delete the row or give the party another id.");
            }
        }
    }
}
