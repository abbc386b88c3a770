namespace Karkhana.Methods.Psychometrics;

/// <summary>Which margins a limited-information test compares.</summary>
public enum FitMoments
{
    /// <summary>Means and cross products of two-valued items.</summary>
    M2,

    /// <summary>Category probabilities of each item and cross products of category numbers.</summary>
    C2,
}
