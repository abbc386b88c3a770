namespace Karkhana.Methods.Concentration;

/// <summary>How relatedness enters the density.</summary>
public enum RelatednessLink
{
    /// <summary>As 1 when relatedness exceeds 1, else 0.</summary>
    Binary,

    /// <summary>As it is.</summary>
    Weight,
}
