using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>The best partition that was found.</summary>
/// <param name="Nodes">The ids.</param>
/// <param name="Community">The community of each node, from 1 in the order of their first nodes.</param>
/// <param name="Modularity">Its modularity; NaN without ties.</param>
/// <param name="Stability">Mean adjusted Rand index over pairs of starts; NaN with one start.</param>
public sealed record CommunityDetectionResult(
    IReadOnlyList<string> Nodes, IReadOnlyList<int> Community, double Modularity, double Stability)
    : IMeasureResult
{
    /// <summary>Gets the modularity that each start reached.</summary>
    public required IReadOnlyList<double> StartModularity { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes).Vector("community", Community).Scalar("modularity", Modularity)
        .Scalar("stability", Stability).Vector("start_modularity", StartModularity);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "community_detection",
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("community", Community, "Community", "", "Number of the community, in the order of their first nodes."));
}
