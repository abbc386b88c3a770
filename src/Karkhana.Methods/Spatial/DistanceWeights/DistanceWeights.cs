using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Neighbours by distance.</summary>
public static class DistanceWeights
{
    internal const string Source = "Anselin 1988, doi:10.1007/978-94-015-7799-1; Getis & Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x";

    /// <summary>Finds the neighbours of each point and weighs them.</summary>
    /// <remarks>
    /// k-nearest: the k nearest other points, ties by position. Band: all other points with d ≤ upper, coincident ones
    /// too; upper null is the largest distance to a nearest neighbour. Weight: 1, 1/d^alpha or exp(−alpha d); 1/d is
    /// refused for coincident neighbours. Symmetric adds the reverse of each link. Points without a neighbour stay and
    /// are named in a note. Missing coordinates are refused. Cost: n log n and the links, by a k-d tree on the plane and
    /// over unit vectors on the globe.
    /// Source: Anselin 1988, doi:10.1007/978-94-015-7799-1; Getis and Ord 1992,
    /// doi:10.1111/j.1538-4632.1992.tb00261.x. Agrees with: spdep 1.2 knearneigh, dnearneigh and nb2listwdist, relative
    /// 1e-10.
    /// </remarks>
    /// <param name="points">The points.</param>
    /// <param name="options">Rule, decay, coding and metric.</param>
    /// <param name="execution">Not used: computed on one thread.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentException">There are fewer than 2 points or no more than k, a coordinate is missing, or a
    /// weight would be infinite.</exception>
    public static WeightsResult Estimate(
        PointPattern points,
        DistanceWeightsOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        options ??= new DistanceWeightsOptions();
        Require.That(points.Count >= 2, nameof(points), FormattableString.Invariant($"must be at least 2; there were {points.Count}"));
        WeightsResult.RequireFewOnOneSpot(points);
        NeighbourSearch search = NeighbourSearch.Of(points, options.Metric);
        bool band = options.Kind == NeighbourRule.Band;
        double upper = band ? options.Upper ?? LargestNearest(search, points.Count, cancellationToken) : double.NaN;
        SpatialWeights distances = band
            ? Band(search, points.Count, upper, cancellationToken)
            : Nearest(search, points.Count, Require.Between(options.K, 1, points.Count - 1, nameof(options.K)), cancellationToken);
        SpatialWeights weights = Decayed(options.Symmetric ? WithReverse(distances) : distances, options).Coded(options.Style);
        return new WeightsResult(
            weights, "point", SpatialNotes.Islands(weights, "raise the limit or leave them out on purpose"),
            new Provenance(
                "spatial.distance-weights",
                FormattableString.Invariant($"kind = {options.Kind}, k = {options.K}, upper = {options.Upper}, symmetric = {options.Symmetric}, decay = {options.Decay}, alpha = {options.Alpha}, style = {options.Style}, metric = {options.Metric}"),
                Source))
        {
            Upper = upper,
        };
    }

    private static double LargestNearest(NeighbourSearch search, int count, CancellationToken cancellationToken)
    {
        double largest = 0;
        int[] nearest = new int[1];
        double[] distance = new double[1];
        for (int point = 0; point < count; point++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            search.Nearest(point, nearest, distance);
            largest = Math.Max(largest, distance[0]);
        }

        return largest;
    }

    private static SpatialWeights Nearest(NeighbourSearch search, int count, int k, CancellationToken cancellationToken)
    {
        WeightsResult.RequireFewerLinks((long)count * k, nameof(DistanceWeightsOptions.K));
        int[] starts = new int[count + 1];
        int[] neighbours = new int[count * k];
        double[] distances = new double[neighbours.Length];
        for (int point = 0; point < count; point++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int first = point * k;
            search.Nearest(point, neighbours.AsSpan(first, k), distances.AsSpan(first, k));
            neighbours.AsSpan(first, k).Sort(distances.AsSpan(first, k));
            starts[point + 1] = first + k;
        }

        return new SpatialWeights(WeightsResult.RowIds(count), starts, neighbours, distances);
    }

    private static SpatialWeights Band(NeighbourSearch search, int count, double upper, CancellationToken cancellationToken)
    {
        int[] starts = new int[count + 1];
        List<int> neighbours = [];
        List<double> distances = [];
        List<(int Position, double Distance)> found = [];
        for (int point = 0; point < count; point++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            search.Within(point, upper, found);
            WeightsResult.RequireFewerLinks((long)neighbours.Count + found.Count, nameof(DistanceWeightsOptions.Upper));
            found.Sort((left, right) => left.Position.CompareTo(right.Position));
            foreach ((int position, double distance) in found)
            {
                neighbours.Add(position);
                distances.Add(distance);
            }

            starts[point + 1] = neighbours.Count;
        }

        return new SpatialWeights(WeightsResult.RowIds(count), starts, [.. neighbours], [.. distances]);
    }

    /// <summary>Adds the reverse of each link; both ways are equally far.</summary>
    private static SpatialWeights WithReverse(SpatialWeights distances)
    {
        SpatialWeights reversed = distances.Transposed();
        int[] starts = new int[distances.Count + 1];
        List<int> neighbours = new(2 * distances.Links);
        List<double> values = new(2 * distances.Links);
        for (int unit = 0; unit < distances.Count; unit++)
        {
            ReadOnlySpan<int> to = distances.NeighboursOf(unit);
            ReadOnlySpan<int> from = reversed.NeighboursOf(unit);
            (int a, int b) = (0, 0);
            while (a < to.Length || b < from.Length)
            {
                int next = Math.Min(a < to.Length ? to[a] : int.MaxValue, b < from.Length ? from[b] : int.MaxValue);
                neighbours.Add(next);
                values.Add(a < to.Length && to[a] == next ? distances.WeightsOf(unit)[a] : reversed.WeightsOf(unit)[b]);
                a += a < to.Length && to[a] == next ? 1 : 0;
                b += b < from.Length && from[b] == next ? 1 : 0;
            }

            starts[unit + 1] = neighbours.Count;
        }

        return new SpatialWeights(distances.Ids, starts, [.. neighbours], [.. values]);
    }

    private static SpatialWeights Decayed(SpatialWeights distances, DistanceWeightsOptions options) => options.Decay switch
    {
        WeightDecay.None => distances.Coded(WeightsStyle.Binary),
        WeightDecay.Inverse => distances.Reweighted((unit, neighbour, d) => Inverse(d, options.Alpha, unit, neighbour)),
        _ => distances.Reweighted((_, _, d) => Math.Exp(-options.Alpha * d)),
    };

    private static double Inverse(double distance, double alpha, int unit, int neighbour)
    {
        double weight = Math.Pow(distance, -alpha);
        bool finite = double.IsFinite(weight);
        Require.That(finite, nameof(DistanceWeightsOptions.Decay), finite ? "" : FormattableString.Invariant($"inverse gives no finite weight to points {unit + 1} and {neighbour + 1}, which are {distance} apart"));
        return weight;
    }
}
