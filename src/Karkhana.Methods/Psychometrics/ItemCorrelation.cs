namespace Karkhana.Methods.Psychometrics;

/// <summary>Which correlation of two items is analysed.</summary>
public enum ItemCorrelation
{
    /// <summary>That of the answers as numbers.</summary>
    Pearson,

    /// <summary>That of the normal variables behind ordered answers, by the two-step estimate.</summary>
    Polychoric,
}
