namespace Karkhana.Methods.Psychometrics;

/// <summary>What a free parameter is.</summary>
internal enum ParameterKind
{
    /// <summary>A slope.</summary>
    Slope,

    /// <summary>An intercept.</summary>
    Intercept,

    /// <summary>The logit of a guessing chance.</summary>
    Guessing,

    /// <summary>A latent mean of a group, or a coefficient of a standardised covariate.</summary>
    Mean,

    /// <summary>The logarithm of a latent standard deviation.</summary>
    LogDeviation,
}
