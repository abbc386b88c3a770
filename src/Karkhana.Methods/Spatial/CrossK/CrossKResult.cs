using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>K and L between two types.</summary>
/// <param name="Distances">The distances.</param>
/// <param name="Values">K at each distance; πr² when the types take no notice of each other.</param>
/// <param name="L">√(K/π).</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CrossKResult(
    IReadOnlyList<double> Distances, IReadOnlyList<double> Values, IReadOnlyList<double> L, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("distance", Distances)
        .Vector("estimate", Values)
        .Vector("l", L);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "cross_k",
        Column.Of("distance", Distances, "Distance", "m", "Radius."),
        Column.Of("estimate", Values, "K", "m²", "Area of an even scatter that would hold as many neighbours."),
        Column.Of("l", L, "L", "m", "Above the distance: the types are found together; below: apart.", recommended: true));
}
