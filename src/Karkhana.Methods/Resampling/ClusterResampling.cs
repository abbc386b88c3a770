namespace Karkhana.Methods;

/// <summary>What is drawn with replacement when rows belong to clusters.</summary>
public enum ClusterResampling
{
    /// <summary>Clusters, and then rows within each cluster drawn.</summary>
    ClustersThenRows,

    /// <summary>Clusters, each with all its rows.</summary>
    Clusters,

    /// <summary>Rows, as if there were no clusters.</summary>
    Rows,
}
