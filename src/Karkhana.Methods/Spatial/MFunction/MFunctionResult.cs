using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The M function of a type.</summary>
/// <param name="Distances">The distances.</param>
/// <param name="Values">M at each distance; 1 is no concentration, NaN where no point has neighbours.</param>
/// <param name="Individual">Local over global of each reference point, distance after distance; NaN without
/// neighbours.</param>
/// <param name="ReferenceCount">The number of reference points.</param>
/// <param name="Provenance">What made it.</param>
public sealed record MFunctionResult(
    IReadOnlyList<double> Distances, IReadOnlyList<double> Values, IReadOnlyList<double> Individual, int ReferenceCount, Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gets the unit of the distances.</summary>
    public string Unit { get; init; } = "m";

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("distance", Distances)
        .Vector("estimate", Values)
        .Matrix(
            "individual",
            Distances.Select(distance => distance.ToString("R", CultureInfo.InvariantCulture)),
            Enumerable.Range(1, ReferenceCount).Select(i => i.ToString(CultureInfo.InvariantCulture)),
            Individual);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "m_function",
        Column.Of("distance", Distances, "Distance", Unit, "Radius of the neighbourhood."),
        Column.Of("estimate", Values, "M", "ratio", "1 means no concentration.", recommended: true));
}
