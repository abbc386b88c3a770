using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>What a model gave along search curves, one or more for each input of interest.</summary>
public sealed class SearchCurves
{
    private SearchCurves(IReadOnlyList<string> variables, IReadOnlyList<double[][]> values) => (Variables, Values) = (variables, values);

    /// <summary>Gets the inputs of interest in the order in which they first come.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Gets the values by input, curve and step.</summary>
    internal IReadOnlyList<double[][]> Values { get; }

    /// <summary>Puts what a model gave beside the runs of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="values">One number per run, in the order of the runs.</param>
    /// <returns>The curves.</returns>
    /// <exception cref="ArgumentException">There is not one finite number per run.</exception>
    public static SearchCurves Of(FastDesignResult design, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(design);
        return Of(design.Variable, [.. design.Curve.Select(curve => FormattableString.Invariant($"{curve}"))], [.. design.Step.Select(step => (double)step)], values);
    }

    /// <summary>Sorts values in any order into curves.</summary>
    /// <param name="variables">The input of interest of each value.</param>
    /// <param name="curves">The curve of each value, or null when each input has one.</param>
    /// <param name="steps">The step of each value along its curve: 0, 1, … each once.</param>
    /// <param name="values">The values.</param>
    /// <returns>The curves.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or the steps of a curve are not 0, 1, ….</exception>
    public static SearchCurves Of(
        IReadOnlyList<string> variables, IReadOnlyList<string>? curves, IReadOnlyList<double> steps, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(variables);
        Require.Finite(values, nameof(values));
        Require.Finite(steps, nameof(steps));
        Require.SameLength(values.Count, variables.Count, nameof(variables));
        Require.SameLength(values.Count, steps.Count, nameof(steps));
        Require.SameLength(values.Count, curves?.Count ?? values.Count, nameof(curves));
        string[] names = [.. variables.Distinct(StringComparer.Ordinal)];
        ILookup<(string, string), int> rows = Enumerable.Range(0, values.Count).ToLookup(row => (variables[row], curves?[row] ?? ""));
        ILookup<string, double[]> byName = rows.ToLookup(group => group.Key.Item1, group => Ordered([.. group], group.Key, steps, values));
        return new SearchCurves(names, [.. names.Select(name => byName[name].ToArray())]);
    }

    /// <summary>Reads the input <c>curves</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The curves.</returns>
    public static SearchCurves Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("curves");
        return Of(table.Texts("variable"), table.OptionalTexts("curve"), table.CompleteNumbers("step"), table.CompleteNumbers("value"));
    }

    private static double[] Ordered(int[] rows, (string Variable, string Curve) of, IReadOnlyList<double> steps, IReadOnlyList<double> values)
    {
        int[] ordered = [.. rows.OrderBy(row => steps[row])];
        int wrong = 0;
        while (wrong < ordered.Length && steps[ordered[wrong]] == wrong)
        {
            wrong++;
        }

        bool inOrder = wrong == ordered.Length;
        Require.That(inOrder, nameof(steps), inOrder ? "" : FormattableString.Invariant(
            $"must be 0 to {ordered.Length - 1}, each once, for each curve; in place of {wrong} that of {of.Variable} {of.Curve} had {steps[ordered[wrong]]}"));
        return [.. ordered.Select(row => values[row])];
    }
}
