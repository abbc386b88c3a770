using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Ordered pairs by distance.</summary>
/// <param name="Distance">0, 1, 2, … and infinity.</param>
/// <param name="Count">The pairs at each distance.</param>
/// <param name="MeanDistance">Over reachable pairs of different nodes; NaN when there is none.</param>
/// <param name="Diameter">The largest finite distance; NaN without nodes.</param>
/// <param name="Provenance">What made it.</param>
public sealed record GeodesicDistributionResult(
    IReadOnlyList<double> Distance, IReadOnlyList<double> Count, double MeanDistance, double Diameter, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("distance", Distance)
        .Vector("count", Count)
        .Scalar("mean_distance", MeanDistance)
        .Scalar("diameter", Diameter);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "geodesic_distribution",
        Column.Of("distance", Distance, "Distance", "ties", "Ties along the shortest path; infinite where none leads."),
        Column.Of("count", Count, "Pairs", "pairs", "Ordered pairs at this distance.", recommended: true));
}
