using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>The runs of an experiment: one row per run, one column per input.</summary>
public sealed class ExperimentalDesign
{
    private const long MostCells = 100_000_000;

    private readonly double[] _values;

    internal ExperimentalDesign(int runs, int inputs, double[] values)
    {
        Require.SameLength(runs * inputs, values.Length, nameof(values));
        (Runs, Inputs, _values) = (runs, inputs, values);
    }

    /// <summary>Gets the number of rows.</summary>
    public int Runs { get; }

    /// <summary>Gets the number of columns.</summary>
    public int Inputs { get; }

    /// <summary>Gets all cells, row after row.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>Gets the names of the inputs: x1, x2, ….</summary>
    public IReadOnlyList<string> Names => NamesOf(Inputs);

    /// <summary>Gets one cell.</summary>
    /// <param name="run">The zero-based row.</param>
    /// <param name="input">The zero-based column.</param>
    public double this[int run, int input] =>
        _values[(Require.Between(run, 0, Runs - 1, nameof(run)) * Inputs) + Require.Between(input, 0, Inputs - 1, nameof(input))];

    /// <summary>Makes a design from the columns of its inputs.</summary>
    /// <param name="columns">One list per input, all as long as there are runs.</param>
    /// <returns>The design.</returns>
    /// <exception cref="ArgumentException">There is no input or no run, lengths differ, or a value is not finite.</exception>
    public static ExperimentalDesign Of(IReadOnlyList<IReadOnlyList<double>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Require.That(columns.Count > 0, nameof(columns), "must hold at least one input; it was empty");
        int runs = columns[0].Count;
        double[] values = Cells(runs, columns.Count);
        for (int input = 0; input < columns.Count; input++)
        {
            Require.SameLength(runs, columns[input].Count, nameof(columns));
            Require.Finite(columns[input], nameof(columns));
            for (int run = 0; run < runs; run++)
            {
                values[(run * columns.Count) + input] = columns[input][run];
            }
        }

        return new ExperimentalDesign(runs, columns.Count, values);
    }

    /// <summary>Gives the inputs of one run.</summary>
    /// <param name="run">The zero-based row.</param>
    /// <returns>One number per input.</returns>
    public ReadOnlySpan<double> Row(int run) => _values.AsSpan(Require.Between(run, 0, Runs - 1, nameof(run)) * Inputs, Inputs);

    /// <summary>Gives one input over all runs.</summary>
    /// <param name="input">The zero-based column.</param>
    /// <returns>One number per run.</returns>
    public double[] Column(int input)
    {
        double[] column = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            column[run] = this[run, input];
        }

        return column;
    }

    /// <summary>Stretches a design on the unit cube to the ranges of the inputs: low + (high − low)·u.</summary>
    /// <param name="bounds">The lowest and the highest value of each input.</param>
    /// <returns>The stretched design.</returns>
    /// <exception cref="ArgumentException">There is not one pair per input, or a pair is not low and high.</exception>
    public ExperimentalDesign Scaled(IReadOnlyList<IReadOnlyList<double>> bounds)
    {
        InputBounds.Checked(bounds, nameof(bounds));
        Require.SameLength(Inputs, bounds.Count, nameof(bounds));
        double[] scaled = new double[_values.Length];
        for (int cell = 0; cell < scaled.Length; cell++)
        {
            IReadOnlyList<double> range = bounds[cell % Inputs];
            scaled[cell] = range[0] + ((range[1] - range[0]) * _values[cell]);
        }

        return new ExperimentalDesign(Runs, Inputs, scaled);
    }

    internal static string[] NamesOf(int inputs) => [.. Enumerable.Range(1, inputs).Select(input => FormattableString.Invariant($"x{input}"))];

    /// <summary>Gives room for a design, or refuses one that would not fit into the memory of a usual machine.</summary>
    internal static double[] Cells(long runs, long inputs)
    {
        Require.That(runs * inputs <= MostCells, nameof(runs), FormattableString.Invariant(
            $"times inputs must lie in [1, {MostCells}]; it was {runs} times {inputs}"));
        return new double[runs * inputs];
    }

    /// <summary>Gives one column of numbers per input, for the table of a result.</summary>
    internal IEnumerable<Column> TableColumns() => Names.Select(
        (name, input) => (Column)Core.Tables.Column.Of(name, Column(input), name, "", "Value of the input."));
}
