using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Distances from one node.</summary>
/// <param name="Nodes">The ids.</param>
/// <param name="Distance">The distance to each; infinite where no path leads.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ShortestPathsResult(IReadOnlyList<string> Nodes, IReadOnlyList<double> Distance, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Vector("node", Nodes).Vector("distance", Distance);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "shortest_paths",
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("distance", Distance, "Distance", "", "Length of the shortest path from the source; infinite where none leads.", recommended: true));
}
