namespace Karkhana.Methods.Econometrics;

/// <summary>Which signs of the clusters are looked at.</summary>
public enum WildDraws
{
    /// <summary>All, once each: 2^G.</summary>
    Enumerate,

    /// <summary>Random ones.</summary>
    Random,
}
