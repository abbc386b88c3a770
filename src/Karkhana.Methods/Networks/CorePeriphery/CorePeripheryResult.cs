using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>A core-periphery fit.</summary>
/// <param name="Correlation">Of ties with the ideal, at the optimum; NaN where nothing varies.</param>
/// <param name="Core">The ids of the core; empty for the continuous model.</param>
/// <param name="Residual">The sum of squares left by the continuous model; NaN for the others.</param>
/// <param name="Nodes">The ids.</param>
/// <param name="Coreness">The coreness of each node; 1 or 0 for a discrete core.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CorePeripheryResult(
    double Correlation,
    IReadOnlyList<string> Core,
    double Residual,
    IReadOnlyList<string> Nodes,
    IReadOnlyList<double> Coreness,
    IReadOnlyList<Note> Notes,
    Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("correlation", Correlation).Vector("core", Core).Scalar("residual", Residual)
        .Vector("node", Nodes).Vector("coreness", Coreness);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "core_periphery",
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("coreness", Coreness, "Coreness", "", "How far the node belongs to the core; 1 or 0 for a discrete core.", recommended: true));
}
