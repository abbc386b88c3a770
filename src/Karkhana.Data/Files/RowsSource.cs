using System.Globalization;

namespace Karkhana.Data.Files;

/// <summary>Rows of typed cells, as database and spreadsheet files give them.</summary>
/// <param name="columns">The column names.</param>
/// <param name="rows">The rows.</param>
/// <param name="owner">What to dispose at the end.</param>
internal sealed class RowsSource(
    IReadOnlyList<string> columns, IEnumerable<object?[]> rows, IDisposable? owner) : ITableSource
{
    private readonly IEnumerator<object?[]> _rows = rows.GetEnumerator();

    public IReadOnlyList<string> Columns { get; } = columns;

    public long Row { get; private set; } = 1;

    public bool Read()
    {
        while (_rows.MoveNext())
        {
            Row++;
            if (_rows.Current.Any(cell => cell is not null and not DBNull and not ""))
            {
                return true;
            }
        }

        return false;
    }

    public string Text(int column) => _rows.Current[column] switch
    {
        null or DBNull => "",
        bool flag => flag ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        object cell => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Trim(),
    };

    public bool TryNumber(int column, out double number)
    {
        switch (_rows.Current[column])
        {
            case null or DBNull:
                number = double.NaN;
                return true;
            case double.NaN or float.NaN:
                number = double.NaN;
                return true;
            case string text:
                number = double.NaN;
                return text.Trim() is "" or "NA" || NumberText.Read(
                    text.Trim(), commaIsDecimal: true, out number) != NumberText.Form.None;
            case IConvertible other and not DateTime and not bool:
                number = other.ToDouble(CultureInfo.InvariantCulture);
                if (double.IsFinite(number))
                {
                    return true;
                }

                number = double.NaN;
                return false;
            default:
                number = double.NaN;
                return false;
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        owner?.Dispose();
    }
}
