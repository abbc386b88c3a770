using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Clusters of points by the density at which each is most stable.</summary>
public sealed record HdbscanResult : IMeasureResult
{
    /// <summary>Gets the cluster of each point, from 1 in the order of their first points; 0 is noise.</summary>
    public required IReadOnlyList<int> Labels { get; init; }

    /// <summary>Gets how firmly each point belongs to its cluster, from 0 (noise) to 1.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Gets the outlier score of each point (GLOSH), from 0 to 1; NaN when there are too few points.</summary>
    public required IReadOnlyList<double> OutlierScores { get; init; }

    /// <summary>Gets the distance within which each point has its min_points points.</summary>
    public required IReadOnlyList<double> CoreDistances { get; init; }

    /// <summary>Gets the stability of each cluster, in label order, in points per distance.</summary>
    public required IReadOnlyList<double> Stabilities { get; init; }

    /// <summary>Gets the number of clusters.</summary>
    public int Clusters => Stabilities.Count;

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
        .Vector("probability", Probabilities)
        .Vector("outlier_score", OutlierScores)
        .Vector("core_distance", CoreDistances)
        .Scalar("clusters", Clusters)
        .Scalar("noise", Noise);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "hdbscan",
        Column.Of("point", Enumerable.Range(1, Labels.Count), "Point", "", "Place in the file, from 1, among the points of the type."),
        Column.Of("cluster", Labels, "Cluster", "", "0: in no cluster."),
        Column.Of("probability", Probabilities, "Membership", "", "From 0 to 1; 1 in the core of the cluster.", recommended: true),
        Column.Of("outlier_score", OutlierScores, "Outlier score", "", "From 0 to 1; near 1 far from the nearest cluster's density."),
        Column.Of("core_distance", CoreDistances, "Core distance", "", "Distance that holds min_points points."));
}
