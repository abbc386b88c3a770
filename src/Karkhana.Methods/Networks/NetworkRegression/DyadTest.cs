namespace Karkhana.Methods.Networks;

/// <summary>Where the p-values of a regression of networks come from.</summary>
public enum DyadTest
{
    /// <summary>Student's t or the normal distribution, as if pairs were independent; they are not.</summary>
    Classical,

    /// <summary>Double semi-partialling: what the other predictors leave of a predictor changes places.</summary>
    Dsp,
}
