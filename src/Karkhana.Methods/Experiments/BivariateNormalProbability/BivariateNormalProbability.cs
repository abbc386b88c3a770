using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>The probability that two correlated normal variables both stay below their limits.</summary>
public static class BivariateNormalProbability
{
    internal const string Source =
        "Drezner & Wesolowsky 1990, doi:10.1080/00949659008811236; Genz 2004, doi:10.1023/B:STCO.0000035304.20635.31";

    /// <summary>Gives the lower-orthant probabilities.</summary>
    /// <remarks>
    /// P(X ≤ x, Y ≤ y) of the standard bivariate normal distribution with correlation ρ, by <see cref="BivariateNormal"/>; limits
    /// may be infinite. Cost: at most four corners of 20 exponentials per point. Source: Drezner and Wesolowsky 1990,
    /// doi:10.1080/00949659008811236; Genz 2004, doi:10.1023/B:STCO.0000035304.20635.31. Agrees with: pbivnorm, absolute 1e-14.
    /// </remarks>
    /// <param name="points">The limits and correlations.</param>
    /// <param name="options">Nothing to set.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>The probabilities in the order of the points.</returns>
    /// <exception cref="ArgumentException">A value is missing or a correlation lies outside [−1, 1].</exception>
    public static BivariateNormalProbabilityResult Estimate(
        CorrelatedPoints points,
        BivariateNormalProbabilityOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        Require.SameLength(points.X.Count, points.Y.Count, nameof(points.Y));
        Require.SameLength(points.X.Count, points.Correlations.Count, nameof(points.Correlations));
        double[] values = new double[points.X.Count];
        for (int i = 0; i < values.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double x, double y, double rho) = (points.X[i], points.Y[i], points.Correlations[i]);
            bool fits = !double.IsNaN(x) && !double.IsNaN(y) && rho is >= -1 and <= 1;
            Require.That(fits, "points", fits ? "" : FormattableString.Invariant(
                $"must hold limits that are not missing and correlations in [-1, 1]; row {i + 1} was {x}, {y}, {rho}"));
            values[i] = BivariateNormal.Cumulative(x, y, rho);
        }

        return new BivariateNormalProbabilityResult
        {
            Points = points,
            Values = values,
            Notes = [],
            Provenance = new Provenance("experiments.bivariate-normal-probability", "", Source),
        };
    }
}
