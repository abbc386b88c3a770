namespace Karkhana.Methods.Psychometrics;

/// <summary>How correlations are averaged.</summary>
public enum CorrelationMean
{
    /// <summary>Arithmetic mean: HTMT.</summary>
    Arithmetic,

    /// <summary>Geometric mean: HTMT2, for items with unequal loadings.</summary>
    Geometric,
}
