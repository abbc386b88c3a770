using System.Globalization;
using System.Text;

namespace Karkhana.Examples;

/// <summary>A table as CSV text: comma, LF, invariant numbers.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    public CsvText(params string[] columns)
    {
        _columns = columns.Length;
        Row([.. columns]);
    }

    public void Row(params object?[] cells)
    {
        if (cells.Length != _columns)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A row needs {_columns} cells; it had {cells.Length}."), nameof(cells));
        }

        _text.AppendJoin(',', cells.Select(Cell)).Append('\n');
    }

    public override string ToString() => _text.ToString();

    private static string Cell(object? cell) => cell switch
    {
        null => "",
        double number => double.IsNaN(number) ? "" : number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        string text =>
            text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text,
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };
}
