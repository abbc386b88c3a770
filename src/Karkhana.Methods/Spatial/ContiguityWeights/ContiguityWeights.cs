using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Neighbours by contiguity of regions.</summary>
public static class ContiguityWeights
{
    internal const string Source = "Moran 1948, doi:10.1111/j.2517-6161.1948.tb00012.x; Anselin 1988, doi:10.1007/978-94-015-7799-1";

    /// <summary>Finds the regions whose boundaries touch.</summary>
    /// <remarks>
    /// Queen: at least one vertex of the boundaries in common; rook: more than one. Vertices are the same when they lie
    /// within the snap of the first that came; crossing lines and a vertex on the side of another polygon do not count.
    /// Order 2: neighbours of neighbours without the region itself and those of first order. Every link weighs 1 and
    /// comes both ways. Regions without a neighbour stay and are named in a note. Missing shapes are refused. Cost:
    /// linear in the vertices and links, by hashing.
    /// Source: Moran 1948, doi:10.1111/j.2517-6161.1948.tb00012.x; Anselin 1988, doi:10.1007/978-94-015-7799-1.
    /// Agrees with: spdep 1.2 poly2nb and nblag, exactly.
    /// </remarks>
    /// <param name="regions">The regions.</param>
    /// <param name="options">Criterion, order and snap.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between regions.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentException">A shape is no polygon, or an id comes twice.</exception>
    public static WeightsResult Estimate(
        RegionShapes regions,
        ContiguityWeightsOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(regions);
        options ??= new ContiguityWeightsOptions();
        regions.Check();
        int least = options.Criterion == ContiguityCriterion.Queen ? 1 : 2;
        List<int> from = [];
        List<int> to = [];
        foreach (((int first, int second), int shared) in SharedVertices.Of(regions, options.Snap, cancellationToken))
        {
            if (shared >= least)
            {
                from.AddRange([first, second]);
                to.AddRange([second, first]);
            }
        }

        SpatialWeights weights = SpatialWeights.Of(regions.Ids, from, to);
        weights = options.Order == 1 ? weights : NeighbourOrders.Of(weights, options.Order, cancellationToken)[^1];
        return new WeightsResult(
            weights, "region", SpatialNotes.Islands(weights, "they stay among the units"),
            new Provenance(
                "spatial.contiguity-weights",
                FormattableString.Invariant($"criterion = {options.Criterion}, order = {options.Order}, snap = {options.Snap}"), Source));
    }
}
