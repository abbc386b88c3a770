using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>The clusters of an industry.</summary>
public sealed record ClusterDelineationResult : ITidyResult
{
    /// <summary>Gets the clusters, largest first, those too small to show included.</summary>
    public required IReadOnlyList<DelineatedCluster> Clusters { get; init; }

    /// <summary>Gets the cluster of each firm of the sample; 0 is outside all. Not for publication.</summary>
    public required IReadOnlyList<int> Membership { get; init; }

    /// <summary>Gets the positions of the firms in the register.</summary>
    public required IReadOnlyList<int> Sample { get; init; }

    /// <summary>Gets the known workers of the firms outside all clusters; NaN when none is known.</summary>
    public required double OutsideEmployment { get; init; }

    /// <summary>Gets what was set.</summary>
    public required ClusterDelineationOptions Options { get; init; }

    /// <summary>Gets the number of firms outside all clusters.</summary>
    public int Outside => Membership.Count(cluster => cluster == 0);

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private int Rest => Sample.Count - Clusters.Where(cluster => !cluster.Hidden).Sum(cluster => cluster.Firms);

    private DelineatedCluster[] Shown => [.. Clusters.Where(cluster => !cluster.Hidden)];

    /// <summary>Gives the clusters of at least five firms, and in the last row (cluster 0) all other firms, those of smaller
    /// clusters among them, so that no count can be had by subtraction.</summary>
    /// <returns>The table <c>clusters</c>.</returns>
    public Table ToTable() => SmallCells.Suppress(Table.Of(
        "clusters",
        Column.Of("cluster", [.. Shown.Select(cluster => cluster.Id), 0], "Cluster", "", "1 is the largest; 0 holds the firms outside these clusters."),
        Column.Of("place", [.. Shown.Select(cluster => (string?)cluster.Place), null], "Place", "Place of most of its firms."),
        Column.Of("n", [.. Shown.Select(cluster => cluster.Firms), Rest], "Firms", "", "Firms of the industry."),
        Number("share", cluster => (double)cluster.Firms / Sample.Count, "Share of firms", "share", "Of the firms of the industry.", Sample.Count == 0 ? double.NaN : (double)Rest / Sample.Count),
        Number("employment", cluster => cluster.Employment, "Employment", "workers", "Known workers of its firms.", Shown.Length == Clusters.Count ? OutsideEmployment : double.NaN),
        Number("establishments", cluster => cluster.Establishments, "Establishments", "", "Of all industries, inside the hull of its firms."),
        Column.Of("specialisation", [.. Shown.Select(cluster => cluster.Specialisation), double.NaN], "Specialisation", "ratio", "Share of the industry inside the hull over its share in the register.", recommended: true),
        Number("p_value", cluster => cluster.PValue, "p", "", "Against random labelling, the search for clusters included."),
        Number("q_value", cluster => cluster.QValue, "q", "", "Corrected for the number of clusters."),
        Word("significant", cluster => double.IsNaN(cluster.QValue) ? "cannot_tell" : cluster.QValue <= Options.Alpha ? "yes" : "no", "Significant", "q at most alpha."),
        Number("mean_overlap", cluster => cluster.MeanOverlap, "Stability", "share", "Mean overlap of its membership with the best match over the radii."),
        Number("least_overlap", cluster => cluster.Overlaps.Min(), "Least overlap", "share", "The least of these overlaps."),
        Word("stability", cluster => cluster.Stable ? "stable" : "unstable", "Verdict on stability", "Unstable: the mean overlap is below the least one."),
        Number("radius", cluster => cluster.Radius / 1000, "Radius", "km", "Median distance to the firm in the middle."),
        Number("x", cluster => cluster.Centre.X, "Centre, easting", "m", "Rounded to the grid."),
        Number("y", cluster => cluster.Centre.Y, "Centre, northing", "m", "Rounded to the grid."),
        Number("longitude", cluster => cluster.Centre.Longitude, "Centre, longitude", "°", "Of the rounded centre."),
        Number("latitude", cluster => cluster.Centre.Latitude, "Centre, latitude", "°", "Of the rounded centre."),
        Number("employment_growth", cluster => cluster.EmploymentGrowth, "Employment growth", "share", "Since the earlier date; firms that closed are not seen."),
        Number("firm_growth", cluster => cluster.FirmGrowth, "Growth of firms", "share", "Since the earlier date; firms that closed are not seen.")));

    /// <summary>Gives the corners of the outlines of clusters of at least five firms, in order around each.</summary>
    /// <returns>The table <c>cluster_outlines</c>.</returns>
    public Table ToOutlines()
    {
        (int Cluster, int Corner, MapPoint Place)[] rows = [.. Clusters.SelectMany(
            cluster => cluster.Outline.Select((place, corner) => (cluster.Id, corner + 1, place)))];
        return Table.Of(
            "cluster_outlines",
            Column.Of("cluster", rows.Select(row => row.Cluster), "Cluster", "", "1 is the largest."),
            Column.Of("corner", rows.Select(row => row.Corner), "Corner", "", "Counter-clockwise; none is a firm of the cluster."),
            Column.Of("x", rows.Select(row => row.Place.X), "Easting", "m", "On the grid."),
            Column.Of("y", rows.Select(row => row.Place.Y), "Northing", "m", "On the grid."),
            Column.Of("longitude", rows.Select(row => row.Place.Longitude), "Longitude", "°", "Of the corner."),
            Column.Of("latitude", rows.Select(row => row.Place.Latitude), "Latitude", "°", "Of the corner."));
    }

    private NumberColumn Number(
        string name, Func<DelineatedCluster, double> value, string label, string unit, string description, double outside = double.NaN) =>
        Column.Of(name, [.. Shown.Select(value), outside], label, unit, description);

    private TextColumn Word(string name, Func<DelineatedCluster, string> word, string label, string description) => Column.Of(
        name, [.. Shown.Select(cluster => (string?)word(cluster)), null], label, description);
}
