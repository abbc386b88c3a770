using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Data.Files;

namespace Karkhana.Simulation;

/// <summary>The published series of farm implement making in Pakistan's Punjab, each number with its source.</summary>
public static class PunjabFacts
{
    /// <summary>The stock of tubewells.</summary>
    public const string Tubewells = "tubewells";

    /// <summary>The makers of zero-till drills.</summary>
    public const string DrillMakers = "zero-till drill makers";

    /// <summary>The makers of implements.</summary>
    public const string ImplementMakers = "implement makers";

    private static readonly Lazy<IReadOnlyList<HistoricalObservation>> All = new(Read);

    /// <summary>Gets all observations, in the order of the file.</summary>
    public static IReadOnlyList<HistoricalObservation> TimeSeries => All.Value;

    /// <summary>Gives the observations of a series by year.</summary>
    /// <param name="series">The name of the series.</param>
    /// <returns>The observations; none when there is no such series.</returns>
    public static IReadOnlyList<HistoricalObservation> Of(string series) =>
        [.. TimeSeries.Where(row => row.Series == series).OrderBy(row => row.Year)];

    private static HistoricalObservation[] Read()
    {
        CellTable table = CellTableReader.ReadResource(typeof(PunjabFacts).Assembly, "facts/time_series.csv");
        return [.. Enumerable.Range(0, table.RowCount).Select(row => Observation(table, row))];
    }

    private static HistoricalObservation Observation(CellTable table, int row)
    {
        return new HistoricalObservation(
            Cell("series"), Cell("area"), int.Parse(Cell("year"), CultureInfo.InvariantCulture),
            double.Parse(Cell("value"), CultureInfo.InvariantCulture), Cell("unit"), Cell("basis"), Cell("source"),
            Cell("evidence"), Cell("note"));

        string Cell(string column) => table.Cells[table.Position(column)][row] ?? "";
    }
}
