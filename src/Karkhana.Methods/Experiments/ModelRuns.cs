using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Runs of a model: its inputs and what it gave.</summary>
public sealed class ModelRuns
{
    /// <summary>Initialises runs.</summary>
    /// <param name="variables">The names of the inputs, each once.</param>
    /// <param name="inputs">The values of each input, one list per input.</param>
    /// <param name="output">What the model gave, one number per run.</param>
    /// <exception cref="ArgumentException">There is no input or no run, lengths differ, a name comes twice, or a value is not finite.</exception>
    public ModelRuns(IReadOnlyList<string> variables, IReadOnlyList<IReadOnlyList<double>> inputs, IReadOnlyList<double> output)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(inputs);
        Require.That(variables.Count > 0, nameof(variables), "must name at least one input; it was empty");
        Require.That(
            variables.Distinct(StringComparer.Ordinal).Count() == variables.Count, nameof(variables), $"must name each input once; they were {string.Join(", ", variables)}");
        Require.SameLength(variables.Count, inputs.Count, nameof(inputs));
        Require.Finite(output, nameof(output));
        for (int input = 0; input < inputs.Count; input++)
        {
            Require.Finite(inputs[input], variables[input]);
            Require.SameLength(output.Count, inputs[input].Count, variables[input]);
        }

        (Variables, Inputs, Output) = (variables, inputs, output);
    }

    /// <summary>Gets the names of the inputs.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Gets the values of each input, one list per input.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Inputs { get; }

    /// <summary>Gets what the model gave.</summary>
    public IReadOnlyList<double> Output { get; }

    /// <summary>Gets the number of runs.</summary>
    public int Count => Output.Count;

    /// <summary>Puts what a model gave beside the runs of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="output">One number per run, in the order of the runs.</param>
    /// <returns>The runs.</returns>
    /// <exception cref="ArgumentException">There is not one finite number per run.</exception>
    public static ModelRuns Of(ExperimentalDesign design, IReadOnlyList<double> output)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new ModelRuns(design.Names, [.. Enumerable.Range(0, design.Inputs).Select(design.Column)], output);
    }

    /// <summary>Reads a table with the roles variables and value.</summary>
    internal static ModelRuns Read(MeasureRequest request, string input)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table(input);
        IReadOnlyList<string> variables = table.ColumnsOf("variables");
        return new ModelRuns(variables, [.. variables.Select(table.NumbersOf)], table.CompleteNumbers("value"));
    }
}
