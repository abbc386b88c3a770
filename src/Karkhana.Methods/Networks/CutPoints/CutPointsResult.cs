using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>What holds a network together.</summary>
/// <param name="Nodes">The ids of the cut points.</param>
/// <param name="Bridges">The number of bridges.</param>
/// <param name="BiconnectedComponents">The number of biconnected components; a bridge is one.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CutPointsResult(IReadOnlyList<string> Nodes, int Bridges, int BiconnectedComponents, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes)
        .Scalar("bridges", Bridges)
        .Scalar("biconnected_components", BiconnectedComponents);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of("cut_points", Column.Of("node", Nodes, "Cut point", "Id of the node."));
}
