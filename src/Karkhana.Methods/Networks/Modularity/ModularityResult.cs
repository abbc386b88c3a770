using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>The modularity of a partition.</summary>
/// <param name="Estimate">At most 1; NaN without ties.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ModularityResult(double Estimate, IReadOnlyList<Note> Notes, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Scalar("estimate", Estimate);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "modularity",
        Column.Of("estimate", [Estimate], "Modularity", "", "Share of ties within groups less the share expected from degrees.", recommended: true));
}
