namespace Karkhana.Methods.Concentration;

/// <summary>Which of Theil's two indices.</summary>
public enum TheilVariant
{
    /// <summary>T: weighted by shares of value, sensitive to the top.</summary>
    T,

    /// <summary>L: weighted by shares of population, sensitive to the bottom.</summary>
    L,
}
