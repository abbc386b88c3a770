using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Mean inverse distances.</summary>
/// <param name="Global">Over all ordered pairs; NaN when there is none.</param>
/// <param name="Local">Mean over nodes of the efficiency among their neighbours; NaN without nodes.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record EfficiencyResult(double Global, double Local, IReadOnlyList<Note> Notes, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Scalar("global", Global).Scalar("local", Local);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "efficiency",
        Column.Of("global", [Global], "Global efficiency", "", "Mean of 1 / distance over ordered pairs.", recommended: true),
        Column.Of("local", [Local], "Local efficiency", "", "Mean over nodes of the efficiency among their neighbours."));
}
