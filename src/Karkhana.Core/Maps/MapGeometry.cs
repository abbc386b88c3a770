namespace Karkhana.Core.Maps;

/// <summary>What a map layer is made of.</summary>
public enum MapGeometry
{
    /// <summary>Places: one vertex each.</summary>
    Point,

    /// <summary>Areas: one ring each, without holes.</summary>
    Area,
}
