namespace Karkhana.Methods.Networks;

/// <summary>How betweenness counts the shortest paths of a pair.</summary>
public enum PathCount
{
    /// <summary>The share of the pair's shortest paths.</summary>
    Share,

    /// <summary>Every shortest path: stress centrality.</summary>
    Paths,
}
