namespace Karkhana.Methods.Networks;

/// <summary>How Katz centrality is scaled.</summary>
public enum KatzScale
{
    /// <summary>As it comes: 1 for a node that receives no tie.</summary>
    None,

    /// <summary>The squares add up to 1.</summary>
    UnitLength,
}
