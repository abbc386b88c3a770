namespace Karkhana.Methods.Econometrics;

/// <summary>How the probability of a yes depends on the index.</summary>
public enum BinaryLink
{
    /// <summary>1/(1 + exp(−η)).</summary>
    Logit,

    /// <summary>The normal distribution function.</summary>
    Probit,
}
