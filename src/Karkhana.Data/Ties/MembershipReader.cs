using Karkhana.Data.Files;
using Karkhana.Data.Studies;

namespace Karkhana.Data.Ties;

/// <summary>Reads who is in which association.</summary>
internal static class MembershipReader
{
    /// <summary>Reads the memberships.</summary>
    /// <returns>The memberships, or null when they cannot be read; the reasons were reported.</returns>
    public static MembershipTable? Read(ITableSource source, StudyToml toml, FileProblems problems, NodeIndex nodes)
    {
        ColumnFinder find = new(source, toml, "memberships", problems);
        (int firm, int association) = (find.Required("firm"), find.Required("association"));
        Dictionary<string, int> associations = new(StringComparer.Ordinal);
        Dictionary<(int Firm, int Association), long> rows = [];
        while (source.Read())
        {
            if (firm < 0 || association < 0)
            {
                continue;
            }

            int member = nodes.Firm(source, firm, problems);
            string name = source.Text(association);
            if (name.Length == 0)
            {
                problems.Error(
                    "missing-id", source.Row, source.Columns[association], "an association", "an empty cell", "Name the association or delete the row.");
            }

            if (member < 0 || name.Length == 0)
            {
                continue;
            }

            int place = associations.TryGetValue(name, out int known) ? known : associations.Count;
            associations[name] = place;
            if (!rows.TryAdd((member, place), source.Row))
            {
                problems.Warning(
                    "duplicate-membership", source.Row, source.Columns[firm], "each membership once",
                    FormattableString.Invariant($"the membership of row {rows[(member, place)]} again"), "It counts once.");
            }
        }

        return firm < 0 || association < 0
            ? null
            : new MembershipTable([.. associations.Keys], [.. rows.Keys.Select(key => key.Firm)], [.. rows.Keys.Select(key => key.Association)]);
    }
}
