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
    public Table ToTable()
    {
        (int First, int Second)[] pairs =
            [.. Enumerable.Range(0, Nodes.Count).SelectMany(first => Enumerable.Range(first + 1, Nodes.Count - first - 1).Select(second => (first, second)))];
        return Table.Of(
            "structural_equivalence",
            Column.Of("node", pairs.Select(pair => Nodes[pair.First]), "Node", "Id of the one node."),
            Column.Of("other", pairs.Select(pair => Nodes[pair.Second]), "Other", "Id of the other node."),
            Column.Of(
                "estimate", pairs.Select(pair => Estimate[(pair.First * Nodes.Count) + pair.Second]), "Difference or likeness", "",
                "How far the ties of the two differ; for jaccard and correlation, how alike they are.", recommended: true));
    }
}
