using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Ripley's K and L.</summary>
/// <param name="Distances">The distances.</param>
/// <param name="Values">K at each distance; πr² for an even scatter.</param>
/// <param name="L">√(K/π); r for an even scatter.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record RipleyKResult(
    IReadOnlyList<double> Distances, IReadOnlyList<double> Values, IReadOnlyList<double> L, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gets the number of points.</summary>
    public required int PointCount { get; init; }

    /// <summary>Gets the area of the window.</summary>
    public required double Area { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("distance", Distances)
        .Vector("estimate", Values)
        .Vector("l", L)
        .Scalar("points", PointCount)
        .Scalar("area", Area);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "ripley_k",
        Column.Of("distance", Distances, "Distance", "m", "Radius."),
        Column.Of("estimate", Values, "K", "m²", "Area of an even scatter that would hold as many further points."),
        Column.Of("l", L, "L", "m", "Above the distance: clustered; below: regular.", recommended: true));
}
