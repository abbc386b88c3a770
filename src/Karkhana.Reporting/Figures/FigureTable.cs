using System.Text.Json.Nodes;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Reporting.Figures;

/// <summary>One table of a figure, thinned to what can be drawn, with columns that may be absent.</summary>
internal sealed class FigureTable
{
    /// <summary>More marks than this can neither be told apart nor drawn in a moment.</summary>
    public const int MostRows = 10_000;

    private readonly Table _table;
    private readonly int[] _rows;

    private FigureTable(Table table)
    {
        _table = table;
        AllRows = table.RowCount;
        int shown = Math.Min(AllRows, MostRows);
        _rows = [.. Enumerable.Range(0, shown).Select(row => (int)((long)row * AllRows / shown))];
    }

    public int AllRows { get; }

    public int Count => _rows.Length;

    public bool IsThinned => AllRows > Count;

    public static FigureTable Of(FigureBlock figure, string name) => figure.Data.TryGetValue(name, out Table? table)
        ? new FigureTable(table)
        : throw new ArgumentException(
            $"The figure {figure.Id} of kind {figure.Kind} needs a table {name}.", nameof(figure));

    /// <summary>The names of the tables that a kind reads, the one with the marks first.</summary>
    public static string MarksOf(FigureKind kind) => kind switch
    {
        FigureKind.Map => "points",
        FigureKind.CurveWithBand => "curve",
        FigureKind.DotPlot => "dots",
        FigureKind.Network => "nodes",
        FigureKind.HeatTable => "cells",
        FigureKind.Bars => "bars",
        FigureKind.CoefficientPlot => "coefficients",
        FigureKind.AreaMap => "areas",
        FigureKind.CurvePanels => "curves",
        FigureKind.PersonItemMap => "items",
        FigureKind.NetworkMatrix => "ties",
        FigureKind.SpecificationCurve => "specifications",
        FigureKind.TradeOff => "points",
        FigureKind.Radar => "axes",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of figure."),
    };

    /// <summary>The numbers of a column; NaN throughout when there is no such column of numbers.</summary>
    public double[] Numbers(string name)
    {
        if (!_table.Has(name) || _table[name] is not (NumberColumn or IntegerColumn))
        {
            return [.. Enumerable.Repeat(double.NaN, Count)];
        }

        IReadOnlyList<double> numbers = _table.Numbers(name);
        return [.. _rows.Select(row => double.IsFinite(numbers[row]) ? numbers[row] : double.NaN)];
    }

    /// <summary>The texts of a column; empty throughout when there is no such column.</summary>
    public string[] Texts(string name)
    {
        if (!_table.Has(name))
        {
            return [.. Enumerable.Repeat("", Count)];
        }

        Column column = _table[name];
        return [.. _rows.Select(row => column[row] switch
        {
            null => "",
            double number => NumberText.Significant(number, 4, ""),
            long whole => NumberText.Decimals(whole, 0, ""),
            object cell => cell.ToString() ?? "",
        })];
    }

    /// <summary>The different texts of a column in the order in which they come.</summary>
    public string[] Levels(string name) => [.. Texts(name).Distinct(StringComparer.Ordinal)];

    /// <summary>Says whether a column holds years, which have no separators.</summary>
    public bool IsYear(string name) => _table.Has(name) && IsYear(_table[name]);

    /// <summary>Says whether a column holds years, by its name or label.</summary>
    public static bool IsYear(Column column) => column.Name.Contains("year", StringComparison.Ordinal) || column.Label == "Year";

    public bool HasNumbers(string name) => Array.Exists(Numbers(name), double.IsFinite);

    /// <summary>The label of a column with its unit, as an axis shows it.</summary>
    public string Title(string name) => !_table.Has(name) ? "" : TitleOf(_table[name]);

    public static string TitleOf(Column column) =>
        column.Unit.Length == 0 || column.Unit == "share" || column.Label.Split(' ').Contains(column.Unit, StringComparer.OrdinalIgnoreCase) ? column.Label : $"{column.Label} ({column.Unit})";

    /// <summary>The rows as Vega wants them: numbers under their names, texts under theirs, missing numbers
    /// null.</summary>
    public JsonArray Rows(string[] numbers, string[] texts)
    {
        double[][] numberValues = [.. numbers.Select(Numbers)];
        string[][] textValues = [.. texts.Select(Texts)];
        JsonArray rows = [];
        for (int row = 0; row < Count; row++)
        {
            JsonObject cells = [];
            for (int text = 0; text < texts.Length; text++)
            {
                cells[texts[text]] = textValues[text][row];
            }

            for (int number = 0; number < numbers.Length; number++)
            {
                double value = numberValues[number][row];
                cells[numbers[number]] = double.IsFinite(value) ? JsonValue.Create(value) : null;
            }

            rows.Add(cells);
        }

        return rows;
    }
}
