using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>One value at each distance.</summary>
/// <param name="Distances">The distances.</param>
/// <param name="Values">The values; NaN where not defined, which a note explains.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record DistanceCurveResult(
    IReadOnlyList<double> Distances, IReadOnlyList<double> Values, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gets the label of the values.</summary>
    public required string Label { get; init; }

    /// <summary>Gets the unit of the values.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets one sentence that says how to read the values.</summary>
    public required string Reading { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Vector("distance", Distances).Vector("estimate", Values);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        Provenance.Method[(Provenance.Method.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('-', '_'),
        Column.Of("distance", Distances, "Distance", "m", "Radius."),
        Column.Of("estimate", Values, Label, Unit, Reading, recommended: true));
}
