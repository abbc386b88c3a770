using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The distribution function G of nearest-neighbour distances.</summary>
public static class NearestNeighbourDistribution
{
    internal const string Source = "Diggle 1979, Biometrics 35, 87-101";

    /// <summary>Gives the share of points that have another point within a distance.</summary>
    /// <remarks>
    /// None: #{d_i ≤ r} / n. Border: #{d_i ≤ r, b_i ≥ r} / #{b_i ≥ r}, b_i the distance to the border; NaN and a note where no
    /// point is so far inside. The border estimate need not rise with r. Fewer than two points give NaN and a note.
    /// Cost: n log n, and n times the number of distances.
    /// Source: Diggle 1979, Biometrics 35, 87-101.
    /// Agrees with: spatstat 3.0 Gest (raw, rs), relative 1e-9.
    /// </remarks>
    /// <param name="pattern">Points and window.</param>
    /// <param name="options">Distances, type, correction.</param>
    /// <param name="execution">Not used: the search runs on one thread.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>G.</returns>
    /// <exception cref="ArgumentException">A point lies outside, a coordinate or distance is refused, or no point is of the
    /// type.</exception>
    public static DistanceCurveResult Estimate(
        WindowedPattern pattern,
        NearestNeighbourDistributionOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        SquaredRadii.Check(options.Distances);
        (PointPattern points, ObservationWindow window) = pattern;
        bool[] selected = PointSelection.Of(points, options.Reference, nameof(options.Reference));
        double[] nearest = NearestOthers.Of(points, selected, 1, cancellationToken).Distances;
        double[] border =
        [
            .. Enumerable.Range(0, points.Count).Where(i => selected[i]).Select(i =>
                options.Correction == NearestNeighbourCorrection.None ? double.PositiveInfinity : window.DistanceToBorder(points.X[i], points.Y[i])),
        ];
        double[] values = [.. options.Distances.Select(distance => Share(nearest, border, distance))];
        return new DistanceCurveResult(
            options.Distances, values, [.. Notes(nearest.Length, values)],
            new Provenance("spatial.nearest-neighbour-distribution", $"reference = {options.Reference}, correction = {options.Correction}", Source))
        {
            Label = "G",
            Unit = "share",
            Reading = "Above 1 − exp(−λπr²): clustered; below: regular.",
        };
    }

    private static double Share(double[] nearest, double[] border, double distance)
    {
        int counted = 0;
        int near = 0;
        for (int i = 0; i < nearest.Length; i++)
        {
            bool counts = border[i] >= distance;
            counted += counts ? 1 : 0;
            near += counts && nearest[i] <= distance ? 1 : 0;
        }

        return counted > 0 && nearest.Length > 1 ? (double)near / counted : double.NaN;
    }

    private static IEnumerable<Note> Notes(int count, double[] values) =>
    [
        .. KFunction.TooFew(count < 2),
        .. PairSums.NobodyInside(count >= 2 && values.Any(double.IsNaN)),
    ];
}
