namespace Karkhana.Methods.Spatial;

/// <summary>Which clusters of the hierarchy are taken.</summary>
public enum ClusterSelection
{
    /// <summary>Excess of mass: those that together are most stable.</summary>
    Eom,

    /// <summary>The smallest ones: the leaves of the hierarchy.</summary>
    Leaf,
}
