using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>The degrees of all nodes.</summary>
/// <param name="Nodes">The ids.</param>
/// <param name="Indegree">Ties received.</param>
/// <param name="Outdegree">Ties sent.</param>
/// <param name="Total">Both.</param>
/// <param name="Provenance">What made it.</param>
public sealed record DegreeCentralityResult(
    IReadOnlyList<string> Nodes, IReadOnlyList<double> Indegree, IReadOnlyList<double> Outdegree, IReadOnlyList<double> Total, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes)
        .Vector("indegree", Indegree)
        .Vector("outdegree", Outdegree)
        .Vector("total", Total);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "degree_centrality",
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("indegree", Indegree, "In-degree", "", "Ties received."),
        Column.Of("outdegree", Outdegree, "Out-degree", "", "Ties sent."),
        Column.Of("estimate", Total, "Degree", "", "Both.", recommended: true));
}
