namespace Karkhana.Methods.Spatial;

/// <summary>The local statistics that can be tested by conditional permutation.</summary>
public enum LocalStatistic
{
    /// <summary>Local Moran.</summary>
    Moran,

    /// <summary>Getis-Ord G, the unit left out.</summary>
    G,

    /// <summary>Getis-Ord G*, the unit included.</summary>
    GStar,

    /// <summary>Local Geary.</summary>
    Geary,
}
