namespace Karkhana.Methods.Networks;

/// <summary>How the values of ties enter the clustering coefficient of a node.</summary>
public enum ClusteringVariant
{
    /// <summary>They do not.</summary>
    Binary,

    /// <summary>Each triangle counts by the mean value of the node's two ties (Barrat et al. 2004).</summary>
    Barrat,

    /// <summary>Each triangle counts by the geometric mean of its three values over the largest (Onnela et al.
    /// 2005).</summary>
    Onnela,
}
