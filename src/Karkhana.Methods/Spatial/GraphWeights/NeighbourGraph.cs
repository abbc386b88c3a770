namespace Karkhana.Methods.Spatial;

/// <summary>Which points a graph joins.</summary>
public enum NeighbourGraph
{
    /// <summary>Those that the Delaunay triangulation joins.</summary>
    Delaunay,

    /// <summary>Those with no other place on or in the circle whose diameter they are.</summary>
    Gabriel,

    /// <summary>Those with no other place nearer to both of them than they are to each other.</summary>
    Relative,
}
