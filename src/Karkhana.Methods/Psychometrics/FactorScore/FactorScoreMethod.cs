namespace Karkhana.Methods.Psychometrics;

/// <summary>How factor scores are made.</summary>
public enum FactorScoreMethod
{
    /// <summary>Thomson's regression scores: least squared error, drawn to the mean.</summary>
    Regression,

    /// <summary>Bartlett's scores: unbiased, with larger spread.</summary>
    Bartlett,
}
