using Karkhana.Agglomeration;
using Karkhana.Core.Documents;
using Karkhana.Core.Maps;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Where the clusters are: outlines with stability and significance, hot spots, and industries that go
/// together.</summary>
internal static class ClusterSection
{
    private const int MostGroups = 20;

    public static Section Compose(Findings findings)
    {
        if (findings.OpenFirms.Industries.Length == 0)
        {
            return new Section("clusters", [new ParagraphBlock([Sentence.Of("clusters.no_industry")], Tone.Caution)]);
        }

        if (findings.Focus.Firms.Length < SmallCells.LeastFirms)
        {
            return new Section("clusters", [new ParagraphBlock([Sentence.Of("clusters.too_few")], Tone.Caution)]);
        }

        Dictionary<string, MapLayer> layers = StudyLayers.Of(findings).ToDictionary(layer => layer.Name, StringComparer.Ordinal);
        return new Section(
            "clusters", [.. Clusters(findings, layers), .. HotSpots(findings, layers), .. Related(findings.Location.Related)]);
    }

    private static IEnumerable<Block> Clusters(Findings findings, Dictionary<string, MapLayer> layers)
    {
        ClusterDelineationResult result = findings.Location.Clusters;
        DelineatedCluster[] shown = [.. result.Clusters.Where(cluster => !cluster.Hidden)];
        if (shown.Length == 0)
        {
            yield return new ParagraphBlock([Sentence.Of(
                "clusters.none", ("industry", findings.Focus.Industry), ("firms", result.Options.LeastFirms), ("km", result.Options.RadiusKilometres))]);
            yield break;
        }

        yield return new ParagraphBlock(Said(findings, result, shown), Tone.Finding);
        if (layers.TryGetValue(StudyLayers.Clusters, out MapLayer? outlines))
        {
            yield return LayerFigure.Of(
                outlines, "place", Sentence.Of("clusters.map_caption", ("industry", findings.Focus.Industry)),
                Sentence.Of("clusters.map_alt", ("clusters", outlines.Shapes.Count), ("industry", findings.Focus.Industry)));
        }

        yield return new TableBlock(result.ToTable(), Sentence.Of("clusters.table_caption", ("industry", findings.Focus.Industry)));
        yield return new ParagraphBlock([Sentence.Of("clusters.reading", ("metres", result.Options.GridMetres))]);
    }

    private static List<Sentence> Said(Findings findings, ClusterDelineationResult result, DelineatedCluster[] shown)
    {
        int significant = shown.Count(cluster => cluster.QValue <= result.Options.Alpha);
        string key = shown.All(cluster => double.IsNaN(cluster.QValue)) ? "clusters.untested"
            : significant == 0 ? "clusters.none_significant" : "clusters.found";
        List<Sentence> said =
        [
            Sentence.Of(
                key,
                ("industry", findings.Focus.Industry), ("clusters", shown.Length),
                ("significant", significant),
                ("inside", shown.Sum(cluster => cluster.Firms)), ("all", result.Sample.Count)).Claiming("place-is-cluster"),
        ];
        int unstable = shown.Count(cluster => !cluster.Stable);
        if (unstable > 0)
        {
            IReadOnlyList<double> radii = result.Options.StabilityRadii;
            said.Add(Sentence.Of(
                "clusters.unstable", ("unstable", unstable), ("least", result.Options.LeastJaccard), ("from", radii.Min()), ("to", radii.Max()))
                .Claiming("place-is-cluster"));
        }

        return said;
    }

    private static IEnumerable<Block> HotSpots(Findings findings, Dictionary<string, MapLayer> layers)
    {
        HotSpotsResult result = findings.Location.HotSpots;
        if (!layers.TryGetValue(StudyLayers.HotSpots, out MapLayer? hot) || result.Cells.All(cell => cell.Class == HotSpotClass.NotTested))
        {
            yield return new ParagraphBlock([Sentence.Of("clusters.hot_untested")], Tone.Caution);
            yield break;
        }

        int tested = result.Cells.Count(cell => cell.Class != HotSpotClass.NotTested);
        int found = result.Cells.Count(cell => cell.Class is HotSpotClass.Hot95 or HotSpotClass.Hot99);
        yield return LayerFigure.Of(
            hot, "cell",
            Sentence.Of("clusters.hot_caption", ("industry", findings.Focus.Industry), ("hot", found), ("cells", tested)),
            Sentence.Of("clusters.hot_alt", ("cells", result.Cells.Count), ("hot", found)));
        yield return LayerFigure.Of(
            layers[StudyLayers.LocalMoran], "cell", Sentence.Of("clusters.moran_caption", ("industry", findings.Focus.Industry)),
            Sentence.Of("clusters.moran_alt", ("cells", result.Cells.Count)));
        yield return new ParagraphBlock([Sentence.Of(
            "clusters.hot_reading", ("km", result.CellMetres / 1000), ("untested", result.Cells.Count - tested))]);
    }

    private static IEnumerable<Block> Related(RelatedIndustriesResult? related)
    {
        if (related is not { Groups.Count: > 1 } || related.Groups.Count > MostGroups)
        {
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of(
            "clusters.related", ("industries", related.Industries.Count), ("groups", related.Groups.Count), ("score", related.ValidationScore))]);
        yield return new TableBlock(related.ToGroups(), Sentence.Of("clusters.related_caption"));
    }
}
