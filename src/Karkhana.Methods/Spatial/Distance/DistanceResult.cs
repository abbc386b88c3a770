using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The distances from one point to all points.</summary>
/// <param name="Values">One distance per point.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Provenance">What made it.</param>
public sealed record DistanceResult(IReadOnlyList<double> Values, DistanceMetric Metric, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("point", Enumerable.Range(1, Values.Count)).Vector("distance", Values);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "distance",
        Column.Of("point", Enumerable.Range(1, Values.Count), "Point", "", "Row of the point."),
        Column.Of("distance", Values, "Distance", Metric == DistanceMetric.GreatCircle ? "km" : "", "From the origin.", recommended: true));
}
