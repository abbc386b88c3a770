namespace Karkhana.Methods.Econometrics;

/// <summary>The distribution function F of P(y ≤ k) = F(threshold_k − x'b).</summary>
public enum OrderedLink
{
    /// <summary>1/(1 + exp(−η)): proportional odds.</summary>
    Logit,

    /// <summary>The normal distribution function.</summary>
    Probit,

    /// <summary>1 − exp(−exp(η)): proportional hazards.</summary>
    ComplementaryLogLog,
}
