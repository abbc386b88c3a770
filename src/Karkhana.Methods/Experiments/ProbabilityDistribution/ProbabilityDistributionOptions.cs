using System.ComponentModel;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on a distribution.</summary>
public sealed record ProbabilityDistributionOptions
{
    /// <summary>Gets the distribution.</summary>
    /// <value>Must be given.</value>
    [Description("Distribution.")]
    public required DistributionName Distribution { get; init; }

    /// <summary>Gets the parameters by name, those of the distribution and no others.</summary>
    /// <value>normal mean, sd; student df; chi-square df; f df1, df2; gamma shape, scale; beta a, b; poisson mean;
    /// negative-binomial size, mean; binomial trials, probability; hypergeometric population, successes, draws; log-normal mu,
    /// sigma; weibull shape, scale; gumbel location, scale. Shapes and degrees lie in [1e-6, 1e10], counts in [0, 1e10].</value>
    [Description("Parameters by name: normal mean, sd; student df; chi-square df; f df1, df2; gamma shape, scale; beta a, b; poisson mean; negative-binomial size, mean; binomial trials, probability; hypergeometric population, successes, draws; log-normal mu, sigma; weibull shape, scale; gumbel location, scale.")]
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>Gets the function.</summary>
    /// <value><see cref="DistributionFunction.Cumulative"/> unless set.</value>
    [Description("Function; density is the probability of a count.")]
    public DistributionFunction Function { get; init; }
}
