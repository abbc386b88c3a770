using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The quadrat test.</summary>
/// <param name="Statistic">Pearson's chi-square; NaN without points.</param>
/// <param name="DegreesOfFreedom">The number of tiles less 1.</param>
/// <param name="PValue">Twice the smaller tail.</param>
/// <param name="Counts">The points in each tile, row by row from the top, left to right.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record QuadratTestResult(
    double Statistic, int DegreesOfFreedom, double PValue, IReadOnlyList<int> Counts, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("df", DegreesOfFreedom)
        .Scalar("p_value", PValue)
        .Vector("count", Counts);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "quadrat_test",
        Column.Of("statistic", [Statistic], "Chi-square"),
        Column.Of("df", [DegreesOfFreedom], "Degrees of freedom"),
        Column.Of("p_value", [PValue], "p", description: "Twice the smaller tail.", recommended: true));
}
