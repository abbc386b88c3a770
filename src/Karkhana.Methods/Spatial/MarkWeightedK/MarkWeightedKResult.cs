using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The mark-weighted K and its centred L.</summary>
/// <param name="Distances">The distances.</param>
/// <param name="Values">Kmm at each distance.</param>
/// <param name="CentredL">√(Kmm/π) − r; 0 for an even scatter of weight.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record MarkWeightedKResult(
    IReadOnlyList<double> Distances, IReadOnlyList<double> Values, IReadOnlyList<double> CentredL, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("distance", Distances)
        .Vector("estimate", Values)
        .Vector("l_centred", CentredL);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "mark_weighted_k",
        Column.Of("distance", Distances, "Distance", "m", "Radius."),
        Column.Of("estimate", Values, "Kmm", "m²", "K with pairs counted by the product of their weights."),
        Column.Of("l_centred", CentredL, "L − r", "m", "Above 0: weight is clustered.", recommended: true));
}
