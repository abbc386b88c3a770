using Karkhana.Data.Files;
using Karkhana.Data.Validation;

namespace Karkhana.Data.Studies;

/// <summary>Reads what the study says of its industries and checks each row against the register.</summary>
internal static class IndustryReader
{
    private const string Part = "industries";

    /// <summary>Reads the table.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="toml">The settings.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="register">The industries of the register; empty when it could not be read or names none.</param>
    /// <returns>The table, or null when it cannot be used; the reasons were reported.</returns>
    public static IndustryTable? Read(
        ITableSource source, StudyToml toml, FileProblems problems, IReadOnlySet<string> register)
    {
        ColumnFinder find = new(source, toml, Part, problems);
        int industry = find.Required("industry");
        (int group, int role, int stage) = (find.Optional("group"), find.Optional("role"), find.Optional("stage"));
        Cells cells = new(source, problems);
        List<IndustryEntry> entries = [];
        List<long> rows = [];
        while (source.Read())
        {
            if (industry < 0)
            {
                continue;
            }

            string name = source.Text(industry);
            IndustryRole played = role < 0 || source.Text(role).Length == 0
                ? IndustryRole.None
                : cells.Word(role, IndustryRole.None);
            string done = stage < 0 ? "" : source.Text(stage);
            CheckRow(source, problems, industry, register, played == IndustryRole.ProcessSpecialist && done.Length == 0);
            entries.Add(new IndustryEntry(
                name,
                group < 0 || source.Text(group).Length == 0 ? name : source.Text(group),
                played,
                played != IndustryRole.ProcessSpecialist ? "" : done.Length == 0 ? name : done));
            rows.Add(source.Row);
        }

        return industry < 0 ? null : Finish(entries, rows, source.Columns[industry], problems);
    }

    private static IndustryTable? Finish(
        List<IndustryEntry> entries, List<long> rows, string column, FileProblems problems)
    {
        if (entries.Count == 0)
        {
            problems.Error(
                "no-rows", null, null, "at least one row of data", "a header alone", "Add rows or leave [industries] out.");
            return null;
        }

        IdRules.Check([.. entries.Select(entry => entry.Industry)], rows, column, problems);
        return entries.Select(entry => entry.Industry).Distinct().Count() == entries.Count
            ? new IndustryTable(entries)
            : null;
    }

    private static void CheckRow(
        ITableSource source, FileProblems problems, int column, IReadOnlySet<string> register, bool stageMissing)
    {
        string name = source.Text(column);
        if (name.Length == 0)
        {
            problems.Error(
                "missing-id", source.Row, source.Columns[column], "an industry", "an empty cell",
                "Name the industry or leave its row out.");
        }
        else if (register.Count > 0 && !register.Contains(name))
        {
            problems.Warning(
                "unknown-industry", source.Row, source.Columns[column], "an industry of the register",
                FileProblems.Quote(name), "Check the spelling, capital letters too; the row was not used.");
        }

        if (stageMissing)
        {
            problems.Warning(
                "missing-stage", source.Row, source.Columns[column], "the stage that a process specialist does",
                "none", "The industry itself counts as the stage.");
        }
    }
}
