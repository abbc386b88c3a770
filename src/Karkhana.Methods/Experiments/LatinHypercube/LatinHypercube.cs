using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>A random design with one point in each of n strata of every input.</summary>
public static class LatinHypercube
{
    internal const string Source = "McKay, Beckman & Conover 1979, doi:10.1080/00401706.1979.10489755; Morris & Mitchell 1995, doi:10.1016/0378-3758(94)00035-T";

    private const int MostMaximin = 10_000;

    /// <summary>Draws a design.</summary>
    /// <remarks>
    /// x = (π(i) + u)/n per input, π a random order of the strata 0 … n − 1, u uniform on [0, 1) or ½ (centred). Maximin: of a number of random
    /// designs that with the largest least distance of two points (the first of equals), then exchanges of two values of one input, each kept when it
    /// lowers φ₁₅. Orders are addressed by design and input, so that an input keeps its order when others are added. Assumes inputs that are uniform
    /// and independent. Cost: cells; maximin tries·n²·inputs on all workers, and n·inputs an exchange. Source: McKay, Beckman and Conover 1979,
    /// doi:10.1080/00401706.1979.10489755, section 2.3; Morris and Mitchell 1995, doi:10.1016/0378-3758(94)00035-T (distances, exchanges).
    /// </remarks>
    /// <param name="options">Inputs, points, criterion, seed.</param>
    /// <param name="execution">Workers for maximin; the design does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between points and exchanges.</param>
    /// <returns>The design.</returns>
    /// <exception cref="ArgumentException">There is not one pair of bounds per input, or the design is too large.</exception>
    public static LatinHypercubeResult Estimate(
        LatinHypercubeOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.SameLength(options.Dimensions, options.Bounds?.Count ?? options.Dimensions, nameof(options.Bounds));
        bool maximin = options.Criterion == LatinHypercubeCriterion.Maximin;
        Require.Between(options.Count, 2, maximin ? MostMaximin : int.MaxValue, nameof(options.Count));
        LatinPoints points = new(options);
        double[] cells = maximin ? Maximin(points, options, execution, cancellationToken) : points.Draw(0);
        ExperimentalDesign design = new(options.Count, options.Dimensions, cells);
        return new LatinHypercubeResult
        {
            Design = options.Bounds is null ? design : design.Scaled(options.Bounds),
            MinDistance = maximin ? Math.Sqrt(LatinPoints.NearestSquare(cells, options.Dimensions, cancellationToken)) : double.NaN,
            Notes = [],
            Provenance = new Provenance("experiments.latin-hypercube", Text(options), Source, options.Seed),
        };
    }

    private static double[] Maximin(LatinPoints points, LatinHypercubeOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[] nearest = ReplicateEngine.Local.Execute(points, execution, cancellationToken).Column(0);
        double[] cells = points.Draw(Array.IndexOf(nearest, nearest.Max()));
        LatinExchange.Improve(cells, options, cancellationToken);
        return cells;
    }

    private static string Text(LatinHypercubeOptions options) => FormattableString.Invariant(
        $"dimensions = {options.Dimensions}, count = {options.Count}, criterion = {options.Criterion}, bounds = {(options.Bounds is null ? "null" : InputBounds.Text(options.Bounds))}, tries = {options.Tries}, exchanges = {options.Exchanges}");
}
