namespace Karkhana.Agglomeration;

/// <summary>How clusters of firms are drawn.</summary>
public enum ClusterMethod
{
    /// <summary>One radius and one density for all.</summary>
    Dbscan,

    /// <summary>The density at which each cluster is most stable.</summary>
    Hdbscan,
}
