using System.Globalization;
using CsvHelper;
using Karkhana.Core.Tables;

namespace Karkhana.Data.Results;

/// <summary>Writes a table as CSV: UTF-8, comma, LF, numbers with all their digits, an empty cell for what is
/// missing.</summary>
/// <remarks>
/// A text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) gets an
/// apostrophe in
/// front; numbers stay numbers.
/// </remarks>
public static class CsvTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Where to write; it stays open.</param>
    public static void Write(Table table, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(table);
        CsvWriterOptions options = new() { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture };
        using CsvWriter csv = CsvWriter.Create(writer, options, true);
        foreach (Column column in table.Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.EndRecord();
        for (int row = 0; row < table.RowCount; row++)
        {
            foreach (Column column in table.Columns)
            {
                csv.WriteField(Cell(column[row]));
            }

            csv.EndRecord();
        }
    }

    /// <summary>Writes a table to a file.</summary>
    internal static void Write(Table table, string path)
    {
        using StreamWriter writer = new(path);
        Write(table, writer);
    }

    private static string Cell(object? cell) => cell switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        string text => Neutralise(text),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };

    private static string Neutralise(string text) =>
        text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
