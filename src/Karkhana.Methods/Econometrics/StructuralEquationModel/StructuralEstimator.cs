namespace Karkhana.Methods.Econometrics;

/// <summary>What a structural equation model is fitted by.</summary>
public enum StructuralEstimator
{
    /// <summary>The normal likelihood of numbers.</summary>
    MaximumLikelihood,

    /// <summary>Polychoric correlations of ordered categories, each weighted by the inverse of its variance.</summary>
    DiagonallyWeighted,
}
