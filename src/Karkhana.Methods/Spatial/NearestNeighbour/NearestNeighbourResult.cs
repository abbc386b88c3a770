using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The distance of each point to its k-th nearest other point.</summary>
/// <param name="Distances">The distances; NaN when there are fewer than k other points.</param>
/// <param name="Neighbours">The 1-based row of the neighbour among the selected points; NaN when there is none.</param>
/// <param name="Mean">The mean distance.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record NearestNeighbourResult(
    IReadOnlyList<double> Distances, IReadOnlyList<double> Neighbours, double Mean, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("point", Enumerable.Range(1, Distances.Count))
        .Vector("distance", Distances)
        .Vector("neighbour", Neighbours)
        .Scalar("mean", Mean);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "nearest_neighbour",
        Column.Of("point", Enumerable.Range(1, Distances.Count), "Point", description: "Row among the selected points."),
        Column.Of("distance", Distances, "Distance", "m", "Distance to the k-th nearest other point.", recommended: true),
        Column.Of("neighbour", Neighbours, "Neighbour", description: "Row of the k-th nearest other point."));
}
