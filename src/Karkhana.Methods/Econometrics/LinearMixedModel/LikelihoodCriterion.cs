namespace Karkhana.Methods.Econometrics;

/// <summary>Which likelihood the variances maximise.</summary>
public enum LikelihoodCriterion
{
    /// <summary>That of the contrasts free of the coefficients: variances allow for the estimation of the
    /// coefficients.</summary>
    Reml,

    /// <summary>That of the outcomes: to compare models that differ in their coefficients.</summary>
    Ml,
}
