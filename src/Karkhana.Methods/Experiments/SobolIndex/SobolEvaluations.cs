using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>What a model gave for the runs of a Saltelli design.</summary>
public sealed class SobolEvaluations
{
    private SobolEvaluations(double[] a, double[] b, double[][] mixedA, double[][] mixedB) =>
        (A, B, MixedA, MixedB) = (a, b, mixedA, mixedB);

    /// <summary>Gets the number of base points.</summary>
    public int BaseCount => A.Length;

    /// <summary>Gets the number of inputs.</summary>
    public int Inputs => MixedA.Length;

    /// <summary>Gets a value indicating whether the BA blocks are there, which second-order indices need.</summary>
    public bool HasSecondOrder => MixedB.Length > 0;

    /// <summary>Gets the names of the inputs.</summary>
    /// <value>One per input, each once; x1, x2, … unless <see cref="Named"/>.</value>
    public IReadOnlyList<string> Names
    {
        get => field ?? ExperimentalDesign.NamesOf(Inputs);
        private init
        {
            ArgumentNullException.ThrowIfNull(value);
            Require.SameLength(Inputs, value.Count, nameof(Names));
            Require.That(value.Distinct(StringComparer.Ordinal).Count() == value.Count, nameof(Names), $"must differ; they were {string.Join(", ", value)}");
            field = value;
        }
    }

    internal double[] A { get; }

    internal double[] B { get; }

    /// <summary>Gets the blocks AB1 … ABk.</summary>
    internal double[][] MixedA { get; }

    /// <summary>Gets the blocks BA1 … BAk, or none.</summary>
    internal double[][] MixedB { get; }

    /// <summary>Puts what a model gave beside the runs of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="values">One number per run, in the order of the runs.</param>
    /// <returns>The evaluations.</returns>
    /// <exception cref="ArgumentException">There is not one finite number per run.</exception>
    public static SobolEvaluations Of(SaltelliDesignResult design, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(design);
        Require.Finite(values, nameof(values));
        Require.SameLength(design.Design.Runs, values.Count, nameof(values));
        (int inputs, int rows) = (design.Design.Inputs, design.RowsPerPoint);
        double[] Place(int place) => [.. Enumerable.Range(0, design.BaseCount).Select(point => values[(point * rows) + place])];
        return new SobolEvaluations(
            Place(0),
            Place(rows - 1),
            [.. Enumerable.Range(1, inputs).Select(Place)],
            design.SecondOrder ? [.. Enumerable.Range(1 + inputs, inputs).Select(Place)] : []);
    }

    /// <summary>Gives the same evaluations with names of the inputs.</summary>
    /// <param name="names">One per input, each once.</param>
    /// <returns>The evaluations.</returns>
    public SobolEvaluations Named(IReadOnlyList<string> names) => new(A, B, MixedA, MixedB) { Names = names };

    /// <summary>Sorts evaluations in any order into their blocks; base points are ordered by number, or by text when one is no number.</summary>
    /// <param name="points">The base point of each evaluation.</param>
    /// <param name="blocks">The block of each: A, B, AB1, AB2, …, and BA1, BA2, … or none of these.</param>
    /// <param name="values">The value of each.</param>
    /// <returns>The evaluations.</returns>
    /// <exception cref="ArgumentException">A block is unknown or missing, or does not have every base point once with a finite value.</exception>
    public static SobolEvaluations Of(IReadOnlyList<string> points, IReadOnlyList<string> blocks, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(blocks);
        Require.Finite(values, nameof(values));
        Require.SameLength(values.Count, points.Count, nameof(points));
        Require.SameLength(values.Count, blocks.Count, nameof(blocks));
        string[] ordered = Ordered(points);
        Require.That(ordered.Length >= 2, nameof(points), FormattableString.Invariant($"must name at least two base points; there were {ordered.Length}"));
        Dictionary<string, int> place = ordered.Select((point, i) => (point, i)).ToDictionary(pair => pair.point, pair => pair.i, StringComparer.Ordinal);
        Dictionary<string, double[]> byBlock = new(StringComparer.Ordinal);
        for (int row = 0; row < values.Count; row++)
        {
            if (!byBlock.TryGetValue(blocks[row], out double[]? own))
            {
                own = new double[ordered.Length];
                Array.Fill(own, double.NaN);
                byBlock.Add(blocks[row], own);
            }

            bool first = double.IsNaN(own[place[points[row]]]);
            Require.That(first, nameof(points), first ? "" : $"must come once in each block; point {points[row]} came twice in block {blocks[row]}");
            own[place[points[row]]] = values[row];
        }

        return OfBlocks(byBlock, ordered);
    }

    /// <summary>Reads the input <c>evaluations</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The evaluations.</returns>
    public static SobolEvaluations Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("evaluations");
        return Of(table.Texts("point"), table.Texts("block"), table.CompleteNumbers("value"));
    }

    private static SobolEvaluations OfBlocks(Dictionary<string, double[]> byBlock, string[] points)
    {
        int inputs = byBlock.Keys.Count(block => block.StartsWith("AB", StringComparison.Ordinal));
        Require.That(inputs > 0, "blocks", $"must hold A, B and AB1, AB2, … with one for each input; there were {string.Join(", ", byBlock.Keys)}");
        bool secondOrder = byBlock.Keys.Any(block => block.StartsWith("BA", StringComparison.Ordinal));
        string[] wanted = [.. Enumerable.Range(0, SobolBlock.RowsPerPoint(inputs, secondOrder)).Select(at => SobolBlock.NameOf(at, inputs, secondOrder))];
        string[] missing = [.. wanted.Where(block => !byBlock.ContainsKey(block))];
        string[] unknown = [.. byBlock.Keys.Except(wanted)];
        Require.That(missing.Length + unknown.Length == 0, "blocks", FormattableString.Invariant(
            $"must be {string.Join(", ", wanted)} for {inputs} inputs; missing were [{string.Join(", ", missing)}], unknown were [{string.Join(", ", unknown)}]"));
        foreach (string block in wanted)
        {
            int gap = Array.FindIndex(byBlock[block], double.IsNaN);
            Require.That(gap < 0, "points", gap < 0 ? "" : $"must come once in each block; point {points[gap]} was missing in block {block}");
        }

        double[][] Mixed(string name) => [.. Enumerable.Range(1, inputs).Select(input => byBlock[FormattableString.Invariant($"{name}{input}")])];
        return new SobolEvaluations(byBlock["A"], byBlock["B"], Mixed("AB"), secondOrder ? Mixed("BA") : []);
    }

    private static string[] Ordered(IReadOnlyList<string> points)
    {
        string[] distinct = [.. points.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        double number = 0;
        return distinct.All(point => double.TryParse(point, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            ? [.. distinct.OrderBy(point => double.Parse(point, CultureInfo.InvariantCulture))]
            : distinct;
    }
}
