using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Linear regression whose standard errors allow errors to be unequal and correlated over time.</summary>
public static class NeweyWestRegression
{
    internal const string Source = "Newey & West 1987, doi:10.2307/1913610; Andrews 1991, doi:10.2307/2938229";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// V = (X'X)⁻¹ [S_0 + Σ_l w_l (S_l + S_l')] (X'X)⁻¹, S_l = Σ_t x_t e_t e_(t−l) x_(t−l)'. Bartlett: w_l = 1 − l/(lag + 1) up to
    /// the last lag; quadratic spectral: w_l = 3/z² (sin z/z − cos z), z = 6πl/(5·bandwidth), for all lags. No prewhitening.
    /// Tests by Student's t with n − k degrees of freedom. Rows must be one series in time order at equal steps; a row that
    /// is dropped for a missing value closes the gap. Cost: n·k² + n·k·lags; the quadratic spectral kernel has n lags.
    /// Source: Newey and West 1987, doi:10.2307/1913610; Andrews 1991, doi:10.2307/2938229, equation 2.7.
    /// Agrees with: sandwich 3.0-2 NeweyWest and kernHAC with prewhite = FALSE, relative 1e-8.
    /// </remarks>
    /// <param name="sample">The observations in time order.</param>
    /// <param name="options">Model, kernel, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">A column is missing, there are too few rows, or the kernel lacks its
    /// bandwidth.</exception>
    public static RobustRegressionResult Estimate(
        RegressionSample sample, NeweyWestRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        LinearModel model = LinearModel.Of(sample, options.Model);
        CoefficientCovariance covariance = model.Serial(options);
        return new RobustRegressionResult
        {
            Coefficients = model.Coefficients(covariance, options.Level),
            Covariance = covariance,
            Model = model,
            Notes = [.. model.Notes, .. covariance.Notes],
            Provenance = new Provenance(
                "econometrics.newey-west-regression",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, {covariance.Description}, level = {options.Level}"),
                Source),
        };
    }
}
