namespace Karkhana.Methods.Econometrics;

/// <summary>How test and standard errors of maximum likelihood are corrected when variables are not normal.</summary>
public enum TestCorrection
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Mean-adjusted by fourth moments, expected information.</summary>
    SatorraBentler,

    /// <summary>Mean-adjusted by case-wise scores, observed information; also with missing values.</summary>
    YuanBentler,
}
