namespace Karkhana.Methods.Psychometrics;

/// <summary>How an item is compared between groups.</summary>
public enum DifferentialItemFunctioningMethod
{
    /// <summary>Strata of equal score; common odds ratio, Mantel's test when an item has more than two answers.</summary>
    MantelHaenszel,

    /// <summary>Logistic regression of a two-valued item on score, group and their product.</summary>
    Logistic,

    /// <summary>Proportional-odds regression of an item on score, group and their product.</summary>
    Ordinal,
}
