namespace Karkhana.Methods.Spatial;

/// <summary>Where a unit stands in the Moran scatter plot: the unit first, then its neighbours.</summary>
public enum LocalQuadrant
{
    /// <summary>Not defined: no neighbour, or values that do not vary.</summary>
    Undefined,

    /// <summary>Above the mean among neighbours above it.</summary>
    HighHigh,

    /// <summary>Not above the mean, among neighbours not above it.</summary>
    LowLow,

    /// <summary>Above the mean among neighbours not above it.</summary>
    HighLow,

    /// <summary>Not above the mean, among neighbours above it.</summary>
    LowHigh,
}
