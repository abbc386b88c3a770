using Karkhana.Core.Errors;

namespace Karkhana.Core.Measures;

/// <summary>The outputs of a measure by the names of the catalogue.</summary>
public sealed class MeasureOutputs
{
    private readonly Dictionary<string, MeasureOutput> _outputs = new(StringComparer.Ordinal);

    /// <summary>Gets the outputs in the order they were added.</summary>
    public IReadOnlyDictionary<string, MeasureOutput> All => _outputs;

    /// <summary>Adds a number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The number; NaN when not defined.</param>
    /// <returns>These outputs.</returns>
    public MeasureOutputs Scalar(string name, double value) => Add(
        new MeasureOutput(name, OutputShape.Scalar, [value], null, [], []));

    /// <summary>Adds a text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The text.</param>
    /// <returns>These outputs.</returns>
    public MeasureOutputs Scalar(string name, string value) => Add(
        new MeasureOutput(name, OutputShape.Scalar, null, [value], [], []));

    /// <summary>Adds a row of numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The numbers.</param>
    /// <returns>These outputs.</returns>
    public MeasureOutputs Vector(string name, IEnumerable<double> values) =>
        Add(new MeasureOutput(name, OutputShape.Vector, [.. values], null, [], []));

    /// <summary>Adds a row of whole numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The numbers.</param>
    /// <returns>These outputs.</returns>
    public MeasureOutputs Vector(
        string name, IEnumerable<int> values) => Vector(name, values.Select(value => (double)value));

    /// <summary>Adds a row of texts: a label vector.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The texts; null when not defined.</param>
    /// <returns>These outputs.</returns>
    public MeasureOutputs Vector(string name, IEnumerable<string?> values) =>
        Add(new MeasureOutput(name, OutputShape.Vector, null, [.. values], [], []));

    /// <summary>Adds a matrix.</summary>
    /// <param name="name">The name.</param>
    /// <param name="rows">The row labels.</param>
    /// <param name="columns">The column labels.</param>
    /// <param name="values">The numbers, row after row.</param>
    /// <returns>These outputs.</returns>
    public MeasureOutputs Matrix(
        string name, IEnumerable<string> rows, IEnumerable<string> columns, IReadOnlyList<double> values)
    {
        MeasureOutput output = new(name, OutputShape.Matrix, values, null, [.. rows], [.. columns]);
        Require.SameLength(output.Rows.Count * output.Columns.Count, values.Count, name);
        return Add(output);
    }

    private MeasureOutputs Add(MeasureOutput output)
    {
        _outputs.Add(output.Name, output);
        return this;
    }
}
