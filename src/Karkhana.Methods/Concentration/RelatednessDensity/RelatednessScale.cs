namespace Karkhana.Methods.Concentration;

/// <summary>The unit of the density.</summary>
public enum RelatednessScale
{
    /// <summary>From 0 to 100.</summary>
    Percent,

    /// <summary>From 0 to 1.</summary>
    Share,
}
