using Karkhana.Core.Tables;

namespace Karkhana.Reporting;

/// <summary>The decimals of each cell of a table. An estimate and its limits have the same number in a row: printed with numbers of their
/// own, an estimate can seem to lie outside its interval.</summary>
internal sealed class TableDigits
{
    private static readonly (string Low, string High)[] Limits = [("conf_low", "conf_high"), ("run_low", "run_high")];

    private readonly int[] _decimals;
    private readonly NumberColumn[] _together;
    private readonly int _shared;

    public TableDigits(Table table)
    {
        _decimals = [.. table.Columns.Select(column => column is NumberColumn numbers ? TypicalDecimals.Of(numbers.Values) : 0)];
        _together = Together(table);
        _shared = _together.Length == 0 ? 0 : TypicalDecimals.Of(_together.SelectMany(column => column.Values));
    }

    /// <summary>Says whether a column is an estimate or one of its limits.</summary>
    public bool IsShared(Column column) => Array.IndexOf(_together, column) >= 0;

    /// <summary>Gives the decimals of a cell.</summary>
    public int Of(Table table, int column, int row) => !IsShared(table.Columns[column])
        ? _decimals[column]
        : TypicalDecimals.WithLimits(
            _together.Select(one => Math.Abs(one.Values[row])).Where(double.IsFinite).DefaultIfEmpty(0).Max(), _together.Skip(1).Select(one => one.Values[row]), _shared);

    private static NumberColumn[] Together(Table table)
    {
        NumberColumn? estimate = table.Columns.OfType<NumberColumn>().FirstOrDefault(column => column.Name == "estimate")
            ?? table.Columns.OfType<NumberColumn>().FirstOrDefault(column => column.Recommended);
        (string Low, string High)[] limits = [.. Limits.Where(pair => IsLimit(pair.Low) && IsLimit(pair.High))];
        return estimate is null || limits.Length == 0
            ? []
            : [estimate, .. limits.SelectMany(pair => new[] { (NumberColumn)table[pair.Low], (NumberColumn)table[pair.High] }).Where(column => column != estimate)];

        bool IsLimit(string name) => table.Has(name) && table[name] is NumberColumn limit && limit.Unit == estimate?.Unit;
    }
}
