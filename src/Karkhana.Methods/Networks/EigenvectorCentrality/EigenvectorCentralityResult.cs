using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Eigenvector centrality.</summary>
/// <param name="Nodes">The ids.</param>
/// <param name="Estimate">The scores; NaN without a cycle.</param>
/// <param name="Eigenvalue">λ; 0 without a cycle.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record EigenvectorCentralityResult(
    IReadOnlyList<string> Nodes, IReadOnlyList<double> Estimate, double Eigenvalue, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes)
        .Vector("estimate", Estimate)
        .Scalar("eigenvalue", Eigenvalue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "eigenvector_centrality",
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("estimate", Estimate, "Eigenvector centrality", "", "Entry of the principal eigenvector.", recommended: true));
}
