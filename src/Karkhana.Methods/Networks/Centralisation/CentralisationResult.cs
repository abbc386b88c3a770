using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>How far a network is built around one node.</summary>
/// <param name="Estimate">0 to 1; NaN for too few nodes.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CentralisationResult(double Estimate, IReadOnlyList<Note> Notes, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Scalar("estimate", Estimate);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "centralisation",
        Column.Of("estimate", [Estimate], "Centralisation", "", "0 when all are equally central, 1 for a star.", recommended: true));
}
