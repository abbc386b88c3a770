namespace Karkhana.Methods.Experiments;

/// <summary>The distributions that can be asked for; <see cref="ProbabilityDistribution"/> lists their parameters.</summary>
public enum DistributionName
{
    /// <summary>mean, sd.</summary>
    Normal,

    /// <summary>df.</summary>
    Student,

    /// <summary>df.</summary>
    ChiSquare,

    /// <summary>df1, df2.</summary>
    F,

    /// <summary>shape, scale.</summary>
    Gamma,

    /// <summary>a, b.</summary>
    Beta,

    /// <summary>mean.</summary>
    Poisson,

    /// <summary>size, mean: variance mean + mean²/size.</summary>
    NegativeBinomial,

    /// <summary>trials, probability.</summary>
    Binomial,

    /// <summary>population, successes, draws.</summary>
    Hypergeometric,

    /// <summary>mu, sigma: mean and standard deviation of the logarithm.</summary>
    LogNormal,

    /// <summary>shape, scale.</summary>
    Weibull,

    /// <summary>location, scale, of the maximum.</summary>
    Gumbel,
}
