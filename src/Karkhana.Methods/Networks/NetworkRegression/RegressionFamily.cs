namespace Karkhana.Methods.Networks;

/// <summary>How the dependent network depends on the predictors.</summary>
public enum RegressionFamily
{
    /// <summary>Least squares.</summary>
    Ols,

    /// <summary>The logarithm of the odds of a tie, by maximum likelihood; the dependent network holds 0 and 1.</summary>
    Logit,
}
