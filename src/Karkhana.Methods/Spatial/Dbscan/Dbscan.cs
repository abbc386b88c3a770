using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Clusters of points by density; points in thin places belong to none.</summary>
public static class Dbscan
{
    internal const string Source = "Ester, Kriegel, Sander & Xu 1996, KDD-96:226-231";

    /// <summary>Finds the clusters.</summary>
    /// <remarks>
    /// A point is core when at least min_points points, itself included, lie within eps (a distance of eps counts).
    /// Clusters are the connected components of core points at most eps apart. Another point within eps of a core point
    /// is a border point: of the clusters it touches it takes the one whose first core point comes first in the file,
    /// so only border points may depend on the order of rows. Exact, by square cells of diagonal eps: points of one cell
    /// are neighbours without looking, and two dense cells are compared through an index. Cost: n log n for the sort, then
    /// about min_points per point; a million points on one spot cost no more than a million spread out. Memory: about 50
    /// bytes a point. Eps must be at least 10⁻⁹ of the extent of the points. Weights are not used; missing coordinates are
    /// refused. Source: Ester, Kriegel, Sander and Xu 1996, KDD-96:226-231; cells: Gunawan 2013, MSc thesis, TU Eindhoven.
    /// Agrees with: R dbscan 1.1-11, exactly.
    /// </remarks>
    /// <param name="points">The points, at least one.</param>
    /// <param name="options">Radius and density.</param>
    /// <param name="execution">Not used: the cost is about that of a sort.</param>
    /// <param name="cancellationToken">Looked at between cells.</param>
    /// <returns>A label per point.</returns>
    public static DbscanResult Estimate(
        PointPattern points, DbscanOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        PlainPoints plain = PlainPoints.Of(points, options.Reference);
        Require.That(plain.Count > 0, nameof(points), "must have at least one point; it was empty");
        DensityGrid grid = DensityGrid.Of(plain, options.Eps);
        DbscanKernel kernel = new(grid, options.MinPoints);
        kernel.FindCore(cancellationToken);
        DisjointSets cells = kernel.JoinCells(cancellationToken);
        (int[] labels, int clusters) = kernel.Label(cells);
        if (options.BorderPoints)
        {
            kernel.AssignBorder(labels, cancellationToken);
        }

        return new DbscanResult
        {
            Labels = labels,
            Core = kernel.Core,
            Clusters = clusters,
            Provenance = new Provenance(
                "spatial.dbscan",
                FormattableString.Invariant(
                    $"eps = {options.Eps}, min_points = {options.MinPoints}, border_points = {options.BorderPoints}, reference = {options.Reference ?? "null"}"),
                Source),
        };
    }
}
