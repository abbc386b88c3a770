namespace Karkhana.Methods.Networks;

/// <summary>How a partition with high modularity is looked for.</summary>
public enum CommunityMethod
{
    /// <summary>Nodes move to the best neighbouring community, then communities become nodes (Blondel et al.
    /// 2008).</summary>
    Louvain,

    /// <summary>Communities that raise modularity most are joined, one pair after another (Clauset, Newman and Moore
    /// 2004).</summary>
    FastGreedy,

    /// <summary>As Louvain, but communities are refined before they become nodes, so that none falls apart (Traag,
    /// Waltman and van Eck 2019).</summary>
    Leiden,
}
