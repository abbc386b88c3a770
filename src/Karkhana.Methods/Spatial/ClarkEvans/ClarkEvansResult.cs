using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Clark and Evans's index and its test.</summary>
/// <param name="Index">Mean nearest distance over the expected one; below 1 is clustered, NaN with fewer than two
/// points.</param>
/// <param name="Z">The standardised index.</param>
/// <param name="PValue">The two-sided p value.</param>
/// <param name="PointCount">The number of points.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ClarkEvansResult(
    double Index, double Z, double PValue, int PointCount, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Index)
        .Scalar("z", Z)
        .Scalar("p_value", PValue)
        .Scalar("points", PointCount);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "clark_evans",
        Column.Of("estimate", [Index], "R", "ratio", "Below 1: clustered; above 1: regular.", recommended: true),
        Column.Of("z", [Z], "z", description: "Standardised index."),
        Column.Of("p_value", [PValue], "p", description: "Two-sided."),
        Column.Of("points", [PointCount], "Points"));
}
