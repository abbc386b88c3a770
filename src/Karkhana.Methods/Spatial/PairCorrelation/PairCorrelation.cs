using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The pair correlation function: points at, not within, a distance.</summary>
public static class PairCorrelation
{
    internal const string Source = "Stoyan & Stoyan 1994, Fractals, Random Shapes and Point Fields, Wiley";

    private const double StoyanRule = 0.15;

    /// <summary>Compares the frequency of a distance between points with that in an even scatter.</summary>
    /// <remarks>
    /// g(r) = |W| / (2π r n²) Σ_{i≠j} k(r − d_ij) e_ij, k Epanechnikov's kernel of half width δ = 0.15/√λ, λ = n/|W|; e_ij as
    /// for
    /// <see cref="RipleyK"/>. Border: only reference points at least r from the border, and n times their number instead of
    /// n². The sum is exact, not read off a grid. Not defined at r = 0 (NaN and a note) and biased below δ.
    /// Cost: the pairs within the greatest distance plus δ, times the distances that a kernel covers; memory linear.
    /// Source: Stoyan and Stoyan 1994, Fractals, Random Shapes and Point Fields, Wiley.
    /// Agrees with: spatstat 3.0 pcf and dbmss 2.11 ghat, which read a binned density, to 0.005.
    /// </remarks>
    /// <param name="pattern">Points and window.</param>
    /// <param name="options">Distances, type, correction.</param>
    /// <param name="execution">Not used: one curve is computed on one thread.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>g.</returns>
    /// <exception cref="ArgumentException">A point lies outside, a coordinate or distance is refused, or no point is of the
    /// type.</exception>
    public static DistanceCurveResult Estimate(
        WindowedPattern pattern,
        DistanceCurveOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        double[] selected = PointSelection.Ones(PointSelection.Of(pattern.Points, options.Reference, nameof(options.Reference)));
        double count = Sums.Sum(selected);
        double halfWidth = StoyanRule / Math.Sqrt(Math.Max(1, count) / pattern.Window.Area);
        PairTotals totals = new PairSums(pattern, selected, selected, options.Distances, options.Correction).Smoothed(halfWidth, cancellationToken);
        double[] values = totals.Scaled(pattern.Window.Area, count > 1 ? count : 0);
        return new DistanceCurveResult(
            options.Distances,
            [.. values.Zip(options.Distances, (value, distance) => distance > 0 ? value / (2 * Math.PI * distance) : double.NaN)],
            [.. totals.Notes, .. KFunction.TooFew(count < 2), .. AtZero(options.Distances)],
            new Provenance("spatial.pair-correlation", $"reference = {options.Reference}, correction = {options.Correction}", Source))
        {
            Label = "g",
            Unit = "ratio",
            Reading = "Above 1: the distance is more frequent than in an even scatter.",
        };
    }

    private static IEnumerable<Note> AtZero(IReadOnlyList<double> distances) => distances.Contains(0)
        ? [new Note("undefined-at-zero", Core.Errors.Severity.Information, "The pair correlation is not defined at distance 0.")]
        : [];
}
