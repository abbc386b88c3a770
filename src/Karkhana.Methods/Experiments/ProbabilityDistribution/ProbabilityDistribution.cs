using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Densities, tails and quantiles of the distributions that simulations draw from.</summary>
public static class ProbabilityDistribution
{
    internal const string Source =
        "Johnson, Kotz & Balakrishnan 1994, Continuous Univariate Distributions; Johnson, Kemp & Kotz 2005, Univariate Discrete Distributions; Loader 2000, Fast and accurate computation of binomial probabilities";

    private const double MostCount = 1e10;

    /// <summary>Gives the values of a function.</summary>
    /// <remarks>
    /// Densities by the saddle-point form of Loader; tails by series and continued fractions in logarithms, each tail by
    /// itself, so that it keeps about 12 digits however small it is; quantiles by bisection on the logarithm of the smaller tail.
    /// Counts: the density of a number that is not whole is 0, the cumulative that of the next whole one below.
    /// Parameters: normal mean, sd; student df; chi-square df; f df1, df2; gamma shape, scale; beta a, b; poisson mean;
    /// negative-binomial size, mean; binomial trials, probability; hypergeometric population, successes, draws; log-normal mu,
    /// sigma; weibull shape, scale; gumbel location, scale (maximum).
    /// Cost: about √(greatest parameter) terms per point, quantiles about 60 times that.
    /// Source: Johnson, Kotz and Balakrishnan 1994; Johnson, Kemp and Kotz 2005; Loader 2000; DiDonato and Morris 1992,
    /// doi:10.1145/131766.131776. Agrees with: R 4.2, relative 1e-10.
    /// </remarks>
    /// <param name="points">The arguments; probabilities for quantiles.</param>
    /// <param name="options">Distribution, parameters, function.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>The values in the order of the arguments.</returns>
    /// <exception cref="ArgumentException">A parameter is missing, unknown or outside its range, an argument is missing, or a
    /// probability lies outside [0, 1].</exception>
    public static ProbabilityDistributionResult Estimate(
        DistributionPoints points,
        ProbabilityDistributionOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        DistributionFamily family = FamilyOf(options);
        double[] values = new double[points.X.Count];
        for (int i = 0; i < values.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double x = points.X[i];
            bool fits = options.Function == DistributionFunction.Quantile ? x is >= 0 and <= 1 : !double.IsNaN(x);
            Require.That(fits, nameof(points.X), fits ? "" : FormattableString.Invariant(
                $"must {(options.Function == DistributionFunction.Quantile ? "be probabilities in [0, 1]" : "not be missing")}; value {i + 1} was {x}"));
            values[i] = ValueOf(family, options.Function, x);
        }

        return new ProbabilityDistributionResult
        {
            X = points.X,
            Values = values,
            Notes = [],
            Provenance = new Provenance(
                "experiments.probability-distribution",
                FormattableString.Invariant(
                    $"distribution = {options.Distribution}, parameters = {{{string.Join(", ", options.Parameters.Select(own => FormattableString.Invariant($"{own.Key} = {own.Value}")))}}}, function = {options.Function}"),
                Source),
        };
    }

    private static double ValueOf(DistributionFamily family, DistributionFunction function, double x) => function switch
    {
        DistributionFunction.Density => Math.Exp(family.LogDensity(x)),
        DistributionFunction.Survival => Math.Exp(family.Tails(x).Upper),
        DistributionFunction.LogCumulative => family.Tails(x).Lower,
        DistributionFunction.Quantile => family.Quantile(x),
        _ => Math.Exp(family.Tails(x).Lower),
    };

    private static DistributionFamily FamilyOf(ProbabilityDistributionOptions options)
    {
        NamedParameters Named(params string[] names) => new(options.Distribution, options.Parameters, names);
        return options.Distribution switch
        {
            DistributionName.Normal when Named("mean", "sd") is { } own => new NormalFamily(own.Finite("mean"), own.Scale("sd")),
            DistributionName.Student when Named("df") is { } own => new StudentFamily(own.Shape("df")),
            DistributionName.ChiSquare when Named("df") is { } own => new GammaFamily(own.Shape("df") / 2, 2),
            DistributionName.F when Named("df1", "df2") is { } own => new FisherFamily(own.Shape("df1"), own.Shape("df2")),
            DistributionName.Gamma when Named("shape", "scale") is { } own => new GammaFamily(own.Shape("shape"), own.Scale("scale")),
            DistributionName.Beta when Named("a", "b") is { } own => new BetaFamily(own.Shape("a"), own.Shape("b")),
            DistributionName.LogNormal when Named("mu", "sigma") is { } own => new LogNormalFamily(own.Finite("mu"), own.Scale("sigma")),
            DistributionName.Weibull when Named("shape", "scale") is { } own => new WeibullFamily(own.Shape("shape"), own.Scale("scale")),
            DistributionName.Gumbel when Named("location", "scale") is { } own => new GumbelFamily(own.Finite("location"), own.Scale("scale")),
            _ => CountsOf(options, Named),
        };
    }

    private static CountFamily CountsOf(ProbabilityDistributionOptions options, Func<string[], NamedParameters> named)
    {
        switch (options.Distribution)
        {
            case DistributionName.Poisson:
                return new PoissonFamily(named(["mean"]).Shape("mean"));
            case DistributionName.NegativeBinomial:
                NamedParameters gamma = named(["size", "mean"]);
                return new NegativeBinomialFamily(gamma.Shape("size"), gamma.Shape("mean"));
            case DistributionName.Binomial:
                NamedParameters trials = named(["trials", "probability"]);
                return new BinomialFamily(trials.Count("trials", MostCount), trials.Probability("probability"));
            default:
                NamedParameters urn = named(["population", "successes", "draws"]);
                double population = urn.Count("population", MostCount);
                return new HypergeometricFamily(population, urn.Count("successes", population), urn.Count("draws", population));
        }
    }
}
