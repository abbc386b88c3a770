using System.Runtime.InteropServices;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The distinct rows of answers of each population cell, with the respondents who gave them.</summary>
internal sealed class AnswerPatterns
{
    private readonly int[] _starts;
    private readonly int[] _cells;

    private AnswerPatterns(int[] starts, int[] cells, double[] weights, double[] squaredWeights, int[] populationCells)
    {
        _starts = starts;
        _cells = cells;
        Weights = weights;
        SquaredWeights = squaredWeights;
        PopulationCells = populationCells;
    }

    /// <summary>Gets the number of patterns.</summary>
    public int Count => Weights.Length;

    /// <summary>Gets the sum of the weights of the respondents with each pattern.</summary>
    public double[] Weights { get; }

    /// <summary>Gets the sum of the squared weights of the respondents with each pattern.</summary>
    public double[] SquaredWeights { get; }

    /// <summary>Gets the population cell of each pattern; patterns of one cell stand together.</summary>
    public int[] PopulationCells { get; }

    /// <summary>Gives the cells of a pattern's answers, ascending; missing answers have none.</summary>
    public ReadOnlySpan<int> CellsOf(int pattern) => _cells.AsSpan(_starts[pattern], _starts[pattern + 1] - _starts[pattern]);

    /// <summary>Collects the patterns.</summary>
    /// <param name="responses">The answers.</param>
    /// <param name="weights">The weight of each respondent.</param>
    /// <param name="populationCells">The population cell of each respondent; less than 0 is left out.</param>
    /// <param name="layout">Which instance of an item a group answers.</param>
    public static AnswerPatterns Of(
        CategoryResponses responses, double[] weights, int[] populationCells, ParameterLayout layout)
    {
        int[] rows = [.. Enumerable.Range(0, responses.Respondents).Where(row => populationCells[row] >= 0)];
        (int[] numbers, List<int> first) = DistinctRows.Of(Keys(responses, rows, populationCells), responses.Items.Count + sizeof(int));
        int[] cellOfNumber = [.. first.Select(at => populationCells[rows[at]])];
        GroupedRows order = new(cellOfNumber, layout.Population.CellCount);
        int[] place = new int[first.Count];
        for (int pattern = 0; pattern < place.Length; pattern++)
        {
            place[order.Rows[pattern]] = pattern;
        }

        double[] sums = new double[place.Length];
        double[] squares = new double[place.Length];
        for (int at = 0; at < rows.Length; at++)
        {
            double weight = weights[rows[at]];
            sums[place[numbers[at]]] += weight;
            squares[place[numbers[at]]] += weight * weight;
        }

        (int[] starts, int[] cells) = Flatten(responses, [.. order.Rows.ToArray().Select(number => rows[first[number]])], populationCells, layout);
        return new AnswerPatterns(starts, cells, sums, squares, [.. order.Rows.ToArray().Select(number => cellOfNumber[number])]);
    }

    private static byte[] Keys(CategoryResponses responses, int[] rows, int[] populationCells)
    {
        int items = responses.Items.Count;
        int width = items + sizeof(int);
        byte[] keys = new byte[rows.Length * width];
        for (int at = 0; at < rows.Length; at++)
        {
            Span<byte> key = keys.AsSpan(at * width, width);
            MemoryMarshal.AsBytes(responses.Row(rows[at])).CopyTo(key);
            MemoryMarshal.Write(key[items..], populationCells[rows[at]]);
        }

        return keys;
    }

    private static (int[] Starts, int[] Cells) Flatten(
        CategoryResponses responses, int[] rows, int[] populationCells, ParameterLayout layout)
    {
        int[] starts = new int[rows.Length + 1];
        List<int> cells = new(rows.Length * responses.Items.Count);
        for (int pattern = 0; pattern < rows.Length; pattern++)
        {
            ReadOnlySpan<sbyte> answers = responses.Row(rows[pattern]);
            int group = layout.Population.GroupOf(populationCells[rows[pattern]]);
            for (int item = 0; item < answers.Length; item++)
            {
                if (answers[item] != CategoryResponses.Missing)
                {
                    cells.Add(layout.Instances[layout.InstanceOf(item, group)].FirstCell + answers[item]);
                }
            }

            starts[pattern + 1] = cells.Count;
        }

        return (starts, [.. cells]);
    }
}
