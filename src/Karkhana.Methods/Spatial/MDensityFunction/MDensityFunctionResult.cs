using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The m function of a type.</summary>
/// <param name="Distances">The distances.</param>
/// <param name="Values">m at each distance; 1 is no concentration, NaN where it is not defined.</param>
/// <param name="Bandwidth">The bandwidth, in the unit of the coordinates.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record MDensityFunctionResult(
    IReadOnlyList<double> Distances,
    IReadOnlyList<double> Values,
    double Bandwidth,
    IReadOnlyList<Note> Notes,
    Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gets the unit of the distances; empty for those that the user brings.</summary>
    public string Unit { get; init; } = "m";

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("distance", Distances)
        .Vector("estimate", Values)
        .Scalar("bandwidth", Bandwidth);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "m_density_function",
        Column.Of("distance", Distances, "Distance", Unit, "Distance between two points."),
        Column.Of("estimate", Values, "m", "ratio", "1 means no concentration.", recommended: true));
}
