using System.Text.Json;
using Karkhana.Core.Measures;

namespace Karkhana.Verification;

/// <summary>Compares a matrix with an expected one through its row and column labels.</summary>
internal static class MatrixComparison
{
    public static void Compare(
        string name, JsonElement expected, MeasureOutput output, string rule, Tolerance tolerance, List<string> differences)
    {
        Cell[] rows = [.. expected.GetProperty("rows").EnumerateArray().Select(Cell.Of)];
        Cell[] columns = [.. expected.GetProperty("cols").EnumerateArray().Select(Cell.Of)];
        Cell[][] values = [.. expected.GetProperty("values").EnumerateArray().Select(
            row => row.EnumerateArray().Select(Cell.Of).ToArray())];
        int[] rowAt = Positions(name, rows, output.Rows, differences);
        if (rule == "columns")
        {
            CompareInAnyOrder(name, values, output, rowAt, tolerance, differences);
            return;
        }

        int[] columnAt = Positions(name, columns, output.Columns, differences);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                if (rowAt[i] < 0 || columnAt[j] < 0)
                {
                    continue;
                }

                Cell actual = Cell.At(output, (rowAt[i] * output.Columns.Count) + columnAt[j]);
                if (!values[i][j].Agrees(actual, tolerance))
                {
                    differences.Add($"{name}[{rows[i]}, {columns[j]}]: expected {values[i][j]}, found {actual}");
                }
            }
        }
    }

    private static int[] Positions(string name, Cell[] labels, IReadOnlyList<string> actual, List<string> differences)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        for (int i = 0; i < actual.Count; i++)
        {
            first.TryAdd(new Cell(double.NaN, actual[i]).Key, i);
        }

        int[] positions = [.. labels.Select(label => first.GetValueOrDefault(label.Key, -1))];
        differences.AddRange(
            labels.Where((_, i) => positions[i] < 0).Select(label => $"{name}: no row or column {label}"));
        return positions;
    }

    /// <summary>Pairs each expected column with a different actual one, absolute values compared, by augmenting
    /// paths.</summary>
    private static void CompareInAnyOrder(
        string name, Cell[][] values, MeasureOutput output, int[] rowAt, Tolerance tolerance, List<string> differences)
    {
        int wanted = values.Length == 0 ? 0 : values[0].Length;
        int[] takenBy = new int[output.Columns.Count];
        Array.Fill(takenBy, -1);
        for (int column = 0; column < wanted; column++)
        {
            if (!Place(column, new bool[takenBy.Length]))
            {
                differences.Add(
                    FormattableString.Invariant($"{name}: no column agrees with expected column {column + 1}"));
            }
        }

        bool Place(int column, bool[] seen)
        {
            for (int actual = 0; actual < takenBy.Length; actual++)
            {
                if (seen[actual] || !Agree(column, actual))
                {
                    continue;
                }

                seen[actual] = true;
                if (takenBy[actual] < 0 || Place(takenBy[actual], seen))
                {
                    takenBy[actual] = column;
                    return true;
                }
            }

            return false;
        }

        bool Agree(int column, int actual) => Enumerable.Range(0, rowAt.Length).All(row =>
            rowAt[row] >= 0
            && Absolute(values[row][column]).Agrees(
                Absolute(Cell.At(output, (rowAt[row] * output.Columns.Count) + actual)), tolerance));
    }

    private static Cell Absolute(Cell cell) => cell with { Number = Math.Abs(cell.Number) };
}
