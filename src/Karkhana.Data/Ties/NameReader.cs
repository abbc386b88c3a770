using Karkhana.Data.Files;
using Karkhana.Data.Studies;

namespace Karkhana.Data.Ties;

/// <summary>Reads the key file with the names of firms and parties, and what the user decided on doubtful
/// ones.</summary>
internal static class NameReader
{
    private const string NameColumn = "name";
    private const string DecisionColumn = "decision";

    /// <summary>Reads the names.</summary>
    /// <returns>The names, or null when they cannot be read; the reasons were reported.</returns>
    public static IReadOnlyList<NamedNode>? Read(ITableSource source, StudyToml toml, FileProblems problems, NodeIndex nodes)
    {
        ColumnFinder find = new(source, toml, "names", problems);
        (int id, int name) = (find.Required("id"), find.Required("name"));
        List<NamedNode> names = [];
        while (source.Read())
        {
            if (id < 0 || name < 0 || nodes.Node(source, id, problems) < 0)
            {
                continue;
            }

            if (source.Text(name).Length > 0)
            {
                names.Add(new NamedNode(source.Text(id), source.Text(name)));
            }
        }

        return id < 0 || name < 0 ? null : names;
    }

    /// <summary>Reads the decisions of a review table.</summary>
    /// <returns>The decision by name; names without one are left out.</returns>
    public static IReadOnlyDictionary<string, string>? ReadDecisions(
        ITableSource source, FileProblems problems, NodeIndex nodes)
    {
        Dictionary<string, string> decisions = new(StringComparer.Ordinal);
        int name = Column(source, NameColumn, problems);
        int decision = Column(source, DecisionColumn, problems);
        while (source.Read())
        {
            if (name < 0 || decision < 0 || source.Text(decision).Length == 0)
            {
                continue;
            }

            bool isNobody = string.Equals(source.Text(decision), NameMatch.Nobody, StringComparison.OrdinalIgnoreCase);
            if (isNobody || nodes.Node(source, decision, problems) >= 0)
            {
                decisions[Key(source.Text(name))] = isNobody ? NameMatch.Nobody : source.Text(decision);
            }
        }

        return name < 0 || decision < 0 ? null : decisions;
    }

    /// <summary>Gives the name as the review table holds it: without the mark against formulas.</summary>
    public static string Key(string name) => name.TrimStart('\'').Trim();

    private static int Column(ITableSource source, string name, FileProblems problems)
    {
        int column = source.Columns.ToList().IndexOf(name);
        if (column < 0)
        {
            problems.Error(
                "missing-column", 1, name, $"the column {name} of a review table", $"columns {FileProblems.Shorten(string.Join(", ", source.Columns))}",
                "«karkhana match-names STUDY» writes the table anew.");
        }

        return column;
    }
}
