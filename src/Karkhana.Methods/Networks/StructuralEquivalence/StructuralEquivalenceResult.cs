using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>How far the ties of every two nodes differ, or how alike they are.</summary>
/// <param name="Nodes">The ids.</param>
/// <param name="Estimate">The symmetric matrix, row after row.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record StructuralEquivalenceResult(
    IReadOnlyList<string> Nodes, IReadOnlyList<double> Estimate, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Matrix("estimate", Nodes, Nodes, Estimate);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "structural_equivalence",
        [
            Column.Of("node", Nodes, "Node", "Id of the node."),
            .. Nodes.Select((node, position) => Column.Of(
                node, Enumerable.Range(0, Nodes.Count).Select(row => Estimate[(row * Nodes.Count) + position]), node, "", "Compared with this node.")),
        ]);
}
