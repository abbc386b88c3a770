using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Page rank as a measure.</summary>
public static class PageRankMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, PageRankOptions, NodeScoresResult>(
        "networks.pagerank",
        "Share of time of a walker who follows ties and now and then jumps.",
        PageRank.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("share, adds up to 1"),
        Graph.Read,
        PageRank.Estimate);
}
