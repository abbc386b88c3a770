using System.Globalization;
using Karkhana.Core.Tables;

namespace Karkhana.Cli.Output;

/// <summary>Writes a table for people: labels above columns, numbers to the right with three digits.</summary>
internal static class TextTable
{
    private const string Digits = "G3";
    private const int LargestWithDigits = 1000;

    public static void Write(TextWriter writer, Table table)
    {
        Column[] columns = [.. table.Columns.Where(column => column.Name != "synthetic")];
        string[][] cells = [.. columns.Select(column => Enumerable.Range(0, table.RowCount).Select(row => Cell(column[row])).Prepend(column.Label).ToArray())];
        int[] widths = [.. cells.Select(column => column.Max(cell => cell.Length))];
        writer.WriteLine(table.Title);
        for (int row = 0; row <= table.RowCount; row++)
        {
            writer.WriteLine("  " + string.Join("  ", columns.Select((column, i) => column is TextColumn
                ? cells[i][row].PadRight(widths[i]) : cells[i][row].PadLeft(widths[i]))).TrimEnd());
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        double number when Math.Abs(number) >= LargestWithDigits || double.IsInteger(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        double number => number.ToString(Digits, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
