using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The goodness-of-fit test of a curve.</summary>
/// <param name="Statistic">The statistic of the observed curve.</param>
/// <param name="Simulated">The statistic of each simulated curve.</param>
/// <param name="PValue">The p-value by the convention of dbmss; NaN when no distance gives evidence.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record EnvelopeTestResult(
    double Statistic, IReadOnlyList<double> Simulated, double PValue, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Scalar("p_value", PValue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "envelope_test",
        Column.Of("statistic", [Statistic], "Statistic", "", "Departure of the observed curve."),
        Column.Of("p_value", [PValue], "p", "", "Share of simulated curves that depart more.", recommended: true));
}
