namespace Karkhana.Methods.Econometrics;

/// <summary>How the neighbours of a construct make its inner proxy.</summary>
public enum InnerWeighting
{
    /// <summary>Regression coefficients of what explains the construct, correlations with what it explains.</summary>
    Path,

    /// <summary>The signs of the correlations.</summary>
    Centroid,

    /// <summary>The correlations.</summary>
    Factorial,
}
