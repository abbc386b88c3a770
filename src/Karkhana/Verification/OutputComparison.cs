using System.Text.Json;
using Karkhana.Core.Measures;

namespace Karkhana.Verification;

/// <summary>Compares the outputs of a measure with what a check expects; knows shapes and rules, no measure.</summary>
internal sealed class OutputComparison
{
    private readonly JsonElement _check;
    private readonly JsonElement _expect;
    private readonly MeasureOutputs _actual;
    private readonly string[] _labels;
    private readonly int[]? _rows;
    private readonly List<string> _differences = [];

    private OutputComparison(JsonElement check, MeasureOutputs actual)
    {
        _check = check;
        _expect = check.GetProperty("expect");
        _actual = actual;
        _labels = check.TryGetProperty("match", out JsonElement match)
            ? [.. match.EnumerateArray().Select(label => label.GetString()!)]
            : [];
        _rows = _labels.Length == 0 ? null : FindRows();
    }

    /// <summary>Compares all expected outputs.</summary>
    /// <param name="check">The check.</param>
    /// <param name="actual">The outputs of the measure.</param>
    /// <returns>The differences; empty when all agree.</returns>
    public static IReadOnlyList<string> Differences(JsonElement check, MeasureOutputs actual)
    {
        OutputComparison comparison = new(check, actual);
        foreach (JsonProperty expected in comparison._expect.EnumerateObject())
        {
            comparison.Compare(expected.Name, expected.Value);
        }

        return comparison._differences;
    }

    private void Compare(string name, JsonElement expected)
    {
        if (!_actual.All.TryGetValue(name, out MeasureOutput? output))
        {
            _differences.Add($"{name}: the measure does not give this output");
            return;
        }

        Tolerance tolerance = Tolerance.Of(_check, name);
        string rule = Rule(name);
        if (expected.ValueKind == JsonValueKind.Object)
        {
            MatrixComparison.Compare(name, expected, output, rule, tolerance, _differences);
        }
        else if (expected.ValueKind == JsonValueKind.Array)
        {
            CompareVector(name, [.. expected.EnumerateArray().Select(Cell.Of)], output, rule, tolerance);
        }
        else
        {
            CompareCell(name, Cell.Of(expected), Cell.At(output, 0), rule, tolerance);
        }
    }

    private string Rule(string name) =>
        _check.TryGetProperty("compare", out JsonElement rules) && rules.TryGetProperty(name, out JsonElement rule)
            ? rule.GetString()!
            : "";

    private void CompareVector(string name, Cell[] expected, MeasureOutput output, string rule, Tolerance tolerance)
    {
        Cell[] all = [.. Enumerable.Range(
            0, output.Texts?.Count ?? output.Numbers!.Count).Select(i => Cell.At(output, i))];
        if (rule == "set")
        {
            CompareSets(name, expected, all);
            return;
        }

        if (_rows is null && all.Length != expected.Length)
        {
            _differences.Add(
                FormattableString.Invariant($"{name}: expected {expected.Length} values, found {all.Length}"));
            return;
        }

        int[] rows = _rows ?? [.. Enumerable.Range(0, expected.Length)];
        Cell[] aligned = [.. rows.Select(
            row => row >= 0 && row < all.Length ? all[row] : new Cell(double.NaN, "(no such row)"))];
        if (rule == "partition")
        {
            ComparePartition(name, expected, aligned);
            return;
        }

        CompareAligned(name, expected, aligned, rule, tolerance);
    }

    private void CompareAligned(string name, Cell[] expected, Cell[] aligned, string rule, Tolerance tolerance)
    {
        bool isLabel = _labels.Contains(name);
        for (int i = 0; i < expected.Length; i++)
        {
            bool foundByThisLabel = isLabel && _rows![i] >= 0;
            if (!foundByThisLabel)
            {
                string place = isLabel ? name : FormattableString.Invariant($"{name}[{i + 1}]");
                CompareCell(place, expected[i], aligned[i], rule, tolerance);
            }
        }
    }

    private void CompareCell(string place, Cell expected, Cell actual, string rule, Tolerance tolerance)
    {
        bool agrees = rule switch
        {
            "at_least" => actual.Number >= expected.Number - tolerance.Around(expected.Number),
            "at_most" => actual.Number <= expected.Number + tolerance.Around(expected.Number),
            _ => expected.Agrees(actual, tolerance),
        };
        if (!agrees)
        {
            _differences.Add(
                $"{place}: expected {rule} {expected}, found {actual}".Replace("  ", " ", StringComparison.Ordinal));
        }
    }

    private void CompareSets(string name, Cell[] expected, Cell[] all)
    {
        IEnumerable<string> wanted = expected.Select(cell => cell.Key);
        IEnumerable<string> found = all.Select(cell => cell.Key);
        if (_labels.Length > 0 && _labels[0] == name)
        {
            wanted = Tuples(label => [.. _expect.GetProperty(label).EnumerateArray().Select(Cell.Of)]);
            found = Tuples(CellsOf);
        }

        if (!wanted.Order(StringComparer.Ordinal).SequenceEqual(
            found.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            _differences.Add(
                $"{name}: expected the set {{{string.Join(", ", wanted)}}}, found {{{string.Join(", ", found)}}}");
        }
    }

    private void ComparePartition(string name, Cell[] expected, Cell[] actual)
    {
        Dictionary<string, string> forward = new() { [new Cell(0, null).Key] = new Cell(0, null).Key };
        Dictionary<string, string> backward = new(forward);
        for (int i = 0; i < expected.Length; i++)
        {
            (string wanted, string found) = (expected[i].Key, actual[i].Key);
            forward.TryAdd(wanted, found);
            backward.TryAdd(found, wanted);
            if (forward[wanted] != found || backward[found] != wanted)
            {
                _differences.Add(FormattableString.Invariant(
                    $"{name}[{i + 1}]: expected the group of {expected[i]}, found {actual[i]}"));
                return;
            }
        }
    }

    private int[] FindRows()
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        string[] actual = [.. Tuples(CellsOf)];
        for (int row = 0; row < actual.Length; row++)
        {
            first.TryAdd(actual[row], row);
        }

        return [.. Tuples(label => [.. _expect.GetProperty(label).EnumerateArray().Select(Cell.Of)])
            .Select(tuple => first.GetValueOrDefault(tuple, -1))];
    }

    private IEnumerable<string> Tuples(Func<string, Cell[]> cellsOf)
    {
        Cell[][] columns = [.. _labels.Select(cellsOf)];
        int count = columns.Min(column => column.Length);
        return Enumerable.Range(0, count).Select(
            row => string.Join('\u001f', columns.Select(column => column[row].Key)));
    }

    private Cell[] CellsOf(string label) => _actual.All.TryGetValue(label, out MeasureOutput? output)
        ? [.. Enumerable.Range(0, output.Texts?.Count ?? output.Numbers!.Count).Select(i => Cell.At(output, i))]
        : [];
}
