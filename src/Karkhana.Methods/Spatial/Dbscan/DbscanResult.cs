using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Clusters of points by density.</summary>
public sealed record DbscanResult : IMeasureResult
{
    /// <summary>Gets the cluster of each point, from 1 in the order of their first core points; 0 is noise.</summary>
    public required IReadOnlyList<int> Labels { get; init; }

    /// <summary>Gets whether each point is a core point.</summary>
    public required IReadOnlyList<bool> Core { get; init; }

    /// <summary>Gets the number of clusters.</summary>
    public required int Clusters { get; init; }

    /// <summary>Gets the number of points outside all clusters.</summary>
    public int Noise => Labels.Count(label => label == 0);

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("point", Enumerable.Range(1, Labels.Count))
        .Vector("cluster", Labels)
        .Vector("core", Core.Select(core => core ? 1 : 0))
        .Scalar("clusters", Clusters)
        .Scalar("noise", Noise)
        .Scalar("core_points", Core.Count(core => core));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "dbscan",
        Column.Of("point", Enumerable.Range(1, Labels.Count), "Point", "", "Place in the file, from 1, among the points of the type."),
        Column.Of("cluster", Labels, "Cluster", "", "0: in no cluster."),
        Column.Of("core", Core, "Core point", "Enough points lie within the radius."));
}
