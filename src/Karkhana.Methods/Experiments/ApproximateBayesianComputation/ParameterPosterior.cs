namespace Karkhana.Methods.Experiments;

/// <summary>What the observations say of one parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The standard deviation.</param>
/// <param name="Low">The 2.5 % quantile.</param>
/// <param name="Median">The median.</param>
/// <param name="High">The 97.5 % quantile.</param>
/// <param name="Contraction">1 − variance after over before, of the logarithm where the prior is even in that: 0 where nothing was learned, 1 where all is known.</param>
/// <param name="DistanceFromPrior">Kolmogorov's distance between posterior and prior.</param>
/// <param name="Identified">Whether that distance is beyond what chance gives at 5 % for the effective number of sets.</param>
public sealed record ParameterPosterior(
    string Name, double Mean, double StandardDeviation, double Low, double Median, double High, double Contraction,
    double DistanceFromPrior, bool Identified);
