namespace Karkhana.Methods.Spatial;

/// <summary>Which points are neighbours by distance.</summary>
public enum NeighbourRule
{
    /// <summary>The k nearest other points, ties by position.</summary>
    KNearest,

    /// <summary>All other points within a limit.</summary>
    Band,
}
