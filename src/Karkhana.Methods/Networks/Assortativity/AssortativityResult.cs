using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>How alike the ends of ties are.</summary>
/// <param name="Estimate">−1 to 1; NaN when not defined.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record AssortativityResult(double Estimate, IReadOnlyList<Note> Notes, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Scalar("estimate", Estimate);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "assortativity",
        Column.Of("estimate", [Estimate], "Assortativity", "", "1 when ties run between like nodes only, 0 at random.", recommended: true));
}
