namespace Karkhana.Learning;

/// <summary>What becomes of firms that did not answer a covariate of a comparison.</summary>
public enum MissingCovariates
{
    /// <summary>The missing values are drawn given status, outcome and the other covariates, anew in each draw of the true scores.</summary>
    Imputed,

    /// <summary>The firms leave the comparison.</summary>
    Listwise,
}
