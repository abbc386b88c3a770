namespace Karkhana.Methods.Psychometrics;

/// <summary>How the probability of a category depends on the latent variable θ, in the logistic metric (D = 1).</summary>
public enum ItemModel
{
    /// <summary>P = 1/(1 + exp(−(θ − b))); the slope is 1 and the latent variance free.</summary>
    Rasch,

    /// <summary>P = 1/(1 + exp(−a(θ − b))).</summary>
    TwoParameter,

    /// <summary>P = g + (1 − g)/(1 + exp(−a(θ − b))) with g the chance to pass by guessing.</summary>
    ThreeParameter,

    /// <summary>P(X ≥ c) = 1/(1 + exp(−a(θ − b_c))); Samejima 1969.</summary>
    Graded,

    /// <summary>P(X = c) ∝ exp(Σ_{k ≤ c}(θ − b_k)); Masters 1982; the slope is 1 and the latent variance free.</summary>
    PartialCredit,

    /// <summary>P(X = c) ∝ exp(Σ_{k ≤ c} a(θ − b_k)); Muraki 1992.</summary>
    GeneralisedPartialCredit,
}
