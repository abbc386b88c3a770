using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Distances of points to their k-th nearest other point.</summary>
public static class NearestNeighbour
{
    internal const string Source = "Clark & Evans 1954, Ecology 35, 445-453";

    /// <summary>Finds the k-th nearest other point of each point.</summary>
    /// <remarks>
    /// Another point on the same spot is a neighbour at distance 0. Among equally near points the one that comes first in
    /// the input is taken first. Fewer than k other points give NaN and a note.
    /// Cost: n log n by a k-d tree over the different places, times k; memory linear.
    /// Source: Clark and Evans 1954, Ecology 35, 445-453.
    /// Agrees with: spatstat 3.0 nndist and nnwhich, dbscan kNNdist, relative 1e-9.
    /// </remarks>
    /// <param name="points">The points.</param>
    /// <param name="options">Order and type.</param>
    /// <param name="execution">Not used: the search runs on one thread.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>Distances and neighbours, in the order of the selected points.</returns>
    /// <exception cref="ArgumentException">A coordinate is refused, or no point is of the type.</exception>
    public static NearestNeighbourResult Estimate(
        PointPattern points,
        NearestNeighbourOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        points.Check();
        bool[] selected = PointSelection.Of(points, options.Reference, nameof(options.Reference));
        NearestOthers nearest = NearestOthers.Of(points, selected, options.K, cancellationToken);
        bool tooFew = nearest.Distances.Length <= options.K;
        return new NearestNeighbourResult(
            nearest.Distances,
            [.. nearest.Neighbours.Select(row => row < 0 ? double.NaN : row + 1)],
            Sums.Mean(nearest.Distances),
            tooFew
                ? [new Note("too-few-points", Severity.Warning, FormattableString.Invariant($"{nearest.Distances.Length} points have no neighbour of order {options.K}."))]
                : [],
            new Provenance("spatial.nearest-neighbour", FormattableString.Invariant($"k = {options.K}, reference = {options.Reference}"), Source));
    }
}
