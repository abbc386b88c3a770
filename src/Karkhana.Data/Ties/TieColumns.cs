using Karkhana.Data.Files;
using Karkhana.Data.Studies;

namespace Karkhana.Data.Ties;

/// <summary>Where a file of ties holds what; −1 is nowhere.</summary>
internal sealed class TieColumns
{
    private const string Part = "ties";

    /// <summary>Finds the columns; reports what is missing.</summary>
    public TieColumns(ITableSource source, StudyToml toml, FileProblems problems)
    {
        ColumnFinder find = new(source, toml, Part, problems);
        bool byName = ByName(toml);
        (From, FromName) = End(toml, find, "from", byName);
        (To, ToName) = End(toml, find, "to", byName);
        Kind = find.Optional("kind");
        Value = find.Optional("value");
        Reporter = find.Optional("reported_by");
        Wave = find.Optional("wave");
        Year = find.Optional("year");
        Trust = find.Optional("trust");
        CountsReports = toml.Sets(Part, "reported_by") || toml.Sets(Part, "wave");
    }

    public int From { get; }

    public int FromName { get; }

    public int To { get; }

    public int ToName { get; }

    public int Kind { get; }

    public int Value { get; }

    public int Reporter { get; }

    public int Wave { get; }

    public int Year { get; }

    public int Trust { get; }

    /// <summary>Gets whether rows are reports, of which several may tell of one tie.</summary>
    public bool CountsReports { get; }

    public bool IsReadable => (From >= 0 || FromName >= 0) && (To >= 0 || ToName >= 0);

    /// <summary>Says whether study.toml gives an end of ties by name.</summary>
    public static bool UsesNames(StudyToml toml) =>
        toml.Sets(Part, "from_name") || toml.Sets(Part, "to_name") || (toml.Sets(Part, "match") && ByName(toml));

    private static bool ByName(StudyToml toml)
    {
        string? match = toml.Text(Part, "match");
        if (match is not (null or "id" or "name"))
        {
            toml.Problems.Error(
                "unknown-code", null, "ties.match", "id or name", FileProblems.Quote(match), "Leave it out when partners are given by id.");
        }

        return match == "name";
    }

    private static (int Id, int Name) End(StudyToml toml, ColumnFinder find, string key, bool byName)
    {
        if (byName)
        {
            return (-1, find.Required(key));
        }

        int name = find.Optional($"{key}_name");
        return (toml.Sets(Part, $"{key}_name") ? find.Optional(key) : find.Required(key), name);
    }
}
