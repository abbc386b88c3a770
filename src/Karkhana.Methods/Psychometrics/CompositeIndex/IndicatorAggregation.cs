namespace Karkhana.Methods.Psychometrics;

/// <summary>How indicators are joined into one score.</summary>
public enum IndicatorAggregation
{
    /// <summary>Weighted mean: a lack in one indicator is made good by another.</summary>
    Arithmetic,

    /// <summary>Weighted geometric mean: a lack weighs more than a surplus.</summary>
    Geometric,
}
