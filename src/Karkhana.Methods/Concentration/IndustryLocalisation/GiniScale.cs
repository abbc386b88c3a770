namespace Karkhana.Methods.Concentration;

/// <summary>The scale of a locational Gini index.</summary>
public enum GiniScale
{
    /// <summary>Up to 1: twice the area between curve and diagonal.</summary>
    Full,

    /// <summary>Up to 0.5: the area itself, as Krugman gives it.</summary>
    Half,
}
