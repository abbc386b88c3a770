using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Finds the columns that study.toml names in the header of a file.</summary>
/// <param name="source">The file.</param>
/// <param name="toml">The settings.</param>
/// <param name="part">The part of the settings: <c>firms</c>.</param>
/// <param name="problems">Where to report.</param>
internal sealed class ColumnFinder(ITableSource source, StudyToml toml, string part, FileProblems problems)
{
    /// <summary>Finds a column that must be named and there.</summary>
    /// <returns>The position, or −1 when it was reported.</returns>
    public int Required(string key) => toml.Required(part, key) is { } name ? Find(key, name) : -1;

    /// <summary>Finds a column that may be named, and then must be there.</summary>
    /// <returns>The position, or −1 when it is not named or was reported.</returns>
    public int Optional(string key) => toml.Text(part, key) is { } name ? Find(key, name) : -1;

    /// <summary>Finds a column by its own name.</summary>
    /// <returns>The position, or −1.</returns>
    public int Named(string name)
    {
        for (int column = 0; column < source.Columns.Count; column++)
        {
            if (source.Columns[column] == name)
            {
                return column;
            }
        }

        return -1;
    }

    private int Find(string key, string name)
    {
        int column = Named(name);
        if (column < 0)
        {
            problems.Error(
                "missing-column", 1, FileProblems.Shorten(name), $"the column that study.toml names as {part}.{key}",
                $"columns {FileProblems.Shorten(string.Join(", ", source.Columns))}", "Check the spelling, capital letters too.");
        }

        return column;
    }
}
