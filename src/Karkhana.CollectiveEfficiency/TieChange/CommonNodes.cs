namespace Karkhana.CollectiveEfficiency;

/// <summary>Over which firms two waves are compared.</summary>
public enum CommonNodes
{
    /// <summary>Firms present in either wave: ties lost because a firm left count as dropped.</summary>
    Union,

    /// <summary>Firms present in both waves.</summary>
    Intersection,
}
