using Karkhana.Agglomeration;
using Karkhana.Core.Maps;
using Karkhana.Core.Tables;
using Karkhana.Methods.Spatial;

namespace Karkhana.Diagnosis;

/// <summary>The layers of maps of a diagnosis: clusters, hot spots and local Moran classes, as drawn in the report and as
/// written for geographic information systems.</summary>
/// <remarks>No vertex is a firm, and no cell shows how many firms it holds when these are one to four.</remarks>
internal static class StudyLayers
{
    public const string Clusters = "clusters_map";
    public const string HotSpots = "hot_spots_map";
    public const string LocalMoran = "local_moran_map";

    private static readonly MapClass[] ClusterClasses =
    [
        new("significant_stable", "Significant and stable", "#009e73"),
        new("significant_unstable", "Significant, but its limits depend on the radius", "#e69f00"),
        new("not_significant", "Not significant", "#b0b0b0"),
        new("not_tested", "Not tested: no other industry to compare with", "#464646"),
    ];

    // Seven classes from cold to hot; white in the middle.
    private static readonly MapClass[] HotSpotClasses =
    [
        new("hot_99", "Hot, 99 %", "#b2182b"),
        new("hot_95", "Hot, 95 %", "#ef8a62"),
        new("hot_90", "Hot, 90 %", "#fddbc7"),
        new("not_significant", "Not significant", "#f7f7f7"),
        new("cold_90", "Cold, 90 %", "#d1e5f0"),
        new("cold_95", "Cold, 95 %", "#67a9cf"),
        new("cold_99", "Cold, 99 %", "#2166ac"),
        new("not_tested", "Not tested", "#464646"),
    ];

    // The colours of GeoDa, which readers of such maps know.
    private static readonly MapClass[] MoranClasses =
    [
        new(Words.Of(LocalClass.HighHigh), "High among high", "#ff0000"),
        new(Words.Of(LocalClass.LowLow), "Low among low", "#0000ff"),
        new(Words.Of(LocalClass.HighLow), "High among low", "#f4ada8"),
        new(Words.Of(LocalClass.LowHigh), "Low among high", "#a7adf9"),
        new(Words.Of(LocalClass.NotSignificant), "Not significant", "#eeeeee"),
        new(Words.Of(LocalClass.Isolated), "Without neighbours", "#999999"),
        new(Words.Of(LocalClass.Undefined), "Not defined", "#464646"),
    ];

    /// <summary>Gives the layers that have something to draw.</summary>
    public static IReadOnlyList<MapLayer> Of(Findings findings)
    {
        MapLayer[] layers =
        [
            ClustersOf(findings.Location.Clusters),
            HotSpotsOf(findings.Location.HotSpots, HotSpots),
            MoranOf(findings.Location.HotSpots),
        ];
        bool synthetic = findings.Study.IsSynthetic;
        return [.. layers.Where(layer => layer.Shapes.Count > 0).Select(layer => synthetic ? Marked(layer) : layer)];
    }

    private static MapLayer ClustersOf(ClusterDelineationResult result)
    {
        DelineatedCluster[] shown = [.. result.Clusters.Where(cluster => !cluster.Hidden && cluster.Outline.Count >= 3)];
        string ClassOf(DelineatedCluster cluster) => double.IsNaN(cluster.QValue) ? "not_tested"
            : !(cluster.QValue <= result.Options.Alpha) ? "not_significant"
            : cluster.Stable ? "significant_stable" : "significant_unstable";
        Table facts = Table.Of(
            Clusters,
            Column.Of("cluster", shown.Select(cluster => cluster.Id), "Cluster", "", "1 is the largest."),
            Column.Of("place", shown.Select(cluster => (string?)cluster.Place), "Place", "Place of most of its firms."),
            Column.Of("n", shown.Select(cluster => cluster.Firms), "Firms", "", "Firms of the industry."),
            Column.Of("specialisation", shown.Select(cluster => cluster.Specialisation), "Specialisation", "ratio", "Share of the industry inside over its share in the register."),
            Column.Of("q_value", shown.Select(cluster => cluster.QValue), "q", "", "Corrected for the number of clusters."),
            Column.Of("mean_overlap", shown.Select(cluster => cluster.MeanOverlap), "Stability", "share", "Mean overlap over the radii."),
            Column.Of("class", shown.Select(cluster => (string?)ClassOf(cluster)), "Cluster", "Whether it is significant and stable."))
            .WithTitle("Clusters");
        return MapLayer.Of(MapGeometry.Area, [.. shown.Select(cluster => Ring(cluster.Outline))], facts, "class", ClusterClasses);
    }

    private static MapLayer HotSpotsOf(HotSpotsResult result, string name) => MapLayer.Of(
        MapGeometry.Area, [.. result.Cells.Select(cell => Ring(cell.Outline))], Cells(result, name).WithTitle("Hot spots (Gi*)"), "class", HotSpotClasses);

    private static MapLayer MoranOf(HotSpotsResult result) => MapLayer.Of(
        MapGeometry.Area, [.. result.Cells.Select(cell => Ring(cell.Outline))], Cells(result, LocalMoran).WithTitle("Local Moran"),
        "local_moran_class", MoranClasses);

    private static Table Cells(HotSpotsResult result, string name)
    {
        Table cells = result.ToTable();
        string[] kept = ["column", "row", "n", "establishments", "class", "local_moran_class"];
        string?[] labels = [.. result.Cells.Select(cell => (string?)FormattableString.Invariant($"column {cell.Column}, row {cell.Row}"))];
        return Table.Of(name, [Column.Of("cell", labels, "Cell", "Column and row of the grid."), .. kept.Select(column => cells[column])]);
    }

    // Across the date line longitudes run on beyond 180°, or an area would reach around the earth.
    private static MapVertex[] Ring(IReadOnlyList<MapPoint> outline)
    {
        bool crosses = outline.Max(corner => corner.Longitude) - outline.Min(corner => corner.Longitude) > 180;
        return [.. outline.Select(corner => new MapVertex(
            crosses && corner.Longitude < 0 ? corner.Longitude + 360 : corner.Longitude, corner.Latitude))];
    }

    private static MapLayer Marked(MapLayer layer)
    {
        Column mark = Column.Of("synthetic", Enumerable.Repeat(true, layer.Facts.RowCount), "Synthetic", "The firms are invented.");
        Table facts = Table.Of(layer.Name, [.. layer.Facts.Columns, mark]).WithTitle(layer.Title + " (synthetic data)");
        return MapLayer.Of(layer.Geometry, layer.Shapes, facts, layer.ClassColumn, layer.Classes);
    }
}
