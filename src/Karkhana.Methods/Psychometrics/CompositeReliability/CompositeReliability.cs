using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Omega and average variance extracted from given loadings of one factor.</summary>
public static class CompositeReliability
{
    internal const string Source =
        "McDonald 1999, Test Theory; Fornell & Larcker 1981, doi:10.1177/002224378101800104";

    /// <summary>Computes the reliability of the sum of items from their loadings.</summary>
    /// <remarks>
    /// Loadings l, residual variances t (1 − l² when not given), factor variance 1: ω = (Σl)²/((Σl)² + Σt); with ls =
    /// l/√(l² + t): average variance extracted = mean ls², composite reliability = (Σls)²/((Σls)² + Σ(1 − ls²)). Assumes
    /// one factor and uncorrelated residuals.
    /// Cost: linear. Source: McDonald 1999, Test Theory, chapter 6; Fornell and Larcker 1981,
    /// doi:10.1177/002224378101800104. Agrees with: the formula, relative 1e-9.
    /// </remarks>
    /// <param name="loadings">The loadings.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The reliabilities.</returns>
    /// <exception cref="ArgumentException">No item, a value that is not finite, a negative residual variance, a standardised
    /// loading beyond 1, or an item without any variance.</exception>
    public static CompositeReliabilityResult Estimate(
        FactorLoadings loadings,
        CompositeReliabilityOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(loadings);
        Require.Finite(loadings.Loadings, nameof(loadings.Loadings));
        Require.SameLength(loadings.Items.Count, loadings.Loadings.Count, nameof(loadings.Loadings));
        double[] residuals = Residuals(loadings);
        for (int item = 0; item < residuals.Length; item++)
        {
            Require.That(
                Math.Abs(loadings.Loadings[item]) + residuals[item] > 0, nameof(loadings.ResidualVariances),
                $"must not be 0 with a loading of 0; item {loadings.Items[item]} has neither");
        }

        return new CompositeReliabilityResult(
            CongenericReliability.Of(loadings.Loadings, residuals), new Provenance("psychometrics.composite-reliability", "", Source));
    }

    private static double[] Residuals(FactorLoadings loadings)
    {
        if (loadings.ResidualVariances is { } given)
        {
            Require.SameLength(loadings.Loadings.Count, given.Count, nameof(loadings.ResidualVariances));
            foreach (double residual in Require.Finite(given, nameof(loadings.ResidualVariances)))
            {
                Require.Between(residual, 0, double.MaxValue, nameof(loadings.ResidualVariances));
            }

            return [.. given];
        }

        foreach (double loading in loadings.Loadings)
        {
            Require.That(Math.Abs(loading) <= 1, nameof(loadings.Loadings), FormattableString.Invariant(
                $"must lie in [-1, 1] when no residual variances are given; one was {loading}"));
        }

        return [.. loadings.Loadings.Select(loading => 1 - (loading * loading))];
    }
}
