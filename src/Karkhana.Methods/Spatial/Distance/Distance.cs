using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Distances from one point to all points.</summary>
public static class Distance
{
    internal const string Source = "Meeus 1998, Astronomical Algorithms, 2nd edition, chapter 11";

    /// <summary>Computes the distances.</summary>
    /// <remarks>
    /// Planar: √(dx² + dy²). Great-circle: <see cref="GreatCircle"/>, kilometres. Missing coordinates are refused. Cost:
    /// linear.
    /// Source: Meeus 1998, Astronomical Algorithms, 2nd edition, chapter 11. Agrees with: sp spDistsN1(longlat = TRUE),
    /// relative 1e-8.
    /// </remarks>
    /// <param name="points">The points.</param>
    /// <param name="options">Origin and metric.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One distance per point.</returns>
    /// <exception cref="ArgumentException">A coordinate is missing or no longitude and latitude, or the origin is not a
    /// row.</exception>
    public static DistanceResult Estimate(
        PointPattern points,
        DistanceOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        options ??= new DistanceOptions();
        points.Check();
        int origin = Require.Between(options.From, 1, points.Count, nameof(options.From)) - 1;
        bool planar = options.Metric == DistanceMetric.Planar;
        if (!planar)
        {
            GreatCircle.Check(points.X, points.Y);
        }

        double[] distances = new double[points.Count];
        for (int i = 0; i < distances.Length; i++)
        {
            (double dx, double dy) = (points.X[i] - points.X[origin], points.Y[i] - points.Y[origin]);
            distances[i] = planar
                ? Math.Sqrt((dx * dx) + (dy * dy))
                : GreatCircle.Kilometres(points.X[origin], points.Y[origin], points.X[i], points.Y[i]);
        }

        return new DistanceResult(
            distances, options.Metric,
            new Provenance("spatial.distance", FormattableString.Invariant($"from = {options.From}, metric = {options.Metric}"), Source));
    }
}
