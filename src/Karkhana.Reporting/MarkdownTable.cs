using System.Globalization;
using System.Text;
using Karkhana.Core.Tables;

namespace Karkhana.Reporting;

/// <summary>Tables as Markdown, for documents that people go on writing.</summary>
public static class MarkdownTable
{
    /// <summary>Writes a table with labels and units; empty cells stay empty, to be filled in.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The names of the columns to write, in their order; all when none is named.</param>
    /// <returns>The lines, ended by a line feed each.</returns>
    public static string Render(Table table, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        Column[] shown = columns.Count == 0 ? [.. table.Columns] : [.. columns.Select(name => table[name])];
        int[] decimals = [.. shown.Select(NumberText.DecimalsFor)];
        StringBuilder text = new();
        Line(text, shown.Select(column => column.Unit.Length == 0 ? column.Label : $"{column.Label} ({column.Unit})"));
        Line(text, shown.Select(column => column is TextColumn or FlagColumn ? "---" : "---:"));
        for (int row = 0; row < table.RowCount; row++)
        {
            Line(text, shown.Select((column, place) => Cell(column[row], decimals[place])));
        }

        return text.ToString();
    }

    private static string Cell(object? value, int decimals) => value switch
    {
        null => "",
        double number => NumberText.Decimals(number, decimals, ""),
        bool answer => answer ? "yes" : "no",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // A bar would end the cell, and a line break the row; angle brackets would be markup.
    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(Escaped)).Append(" |\n");

    private static string Escaped(string cell) => cell
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");
}
