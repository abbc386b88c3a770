using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Linear regression by (weighted) least squares with classical or heteroskedasticity-consistent
/// covariance.</summary>
public static class OrdinaryLeastSquares
{
    internal const string Source =
        "White 1980, doi:10.2307/1912934; MacKinnon & White 1985, doi:10.1016/0304-4076(85)90158-7; Cribari-Neto 2004, doi:10.1016/S0167-9473(02)00366-3";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// b = (X'WX)⁻¹X'Wy by Householder QR of √W·X. Classical: s² (X'WX)⁻¹ with s² = e'We/(n − k). hc0 to hc4: the
    /// sandwich
    /// with squared residuals times 1, n/(n − k), 1/(1 − h), 1/(1 − h)², (1 − h)^−min(4, nh/k). Tests by Student's t
    /// with
    /// n − k degrees of freedom. Log-likelihood is Gaussian with the maximum-likelihood variance; AIC and BIC count k +
    /// 1.
    /// Rows with a missing value in a used column are dropped. Cost: n·k² time, n·k memory.
    /// Source: White 1980, doi:10.2307/1912934; MacKinnon and White 1985, doi:10.1016/0304-4076(85)90158-7;
    /// Cribari-Neto 2004,
    /// doi:10.1016/S0167-9473(02)00366-3. Agrees with: R 4.2 lm and sandwich 3.0-2, relative 1e-9.
    /// </remarks>
    /// <param name="sample">The observations.</param>
    /// <param name="options">Model, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">A column is missing or no numbers, weights are not positive, or there are
    /// too few rows.</exception>
    public static OrdinaryLeastSquaresResult Estimate(
        RegressionSample sample, OrdinaryLeastSquaresOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        LinearModel model = LinearModel.Of(sample, options.Model);
        CoefficientCovariance covariance = model.Covariance(options.Covariance);
        return new OrdinaryLeastSquaresResult
        {
            Coefficients = model.Coefficients(covariance, options.Level),
            Covariance = covariance.Values,
            Fit = model.Fit,
            Model = model,
            Rows = model.Rows,
            Notes = [.. model.Notes, .. covariance.Notes],
            Provenance = new Provenance(
                "econometrics.ordinary-least-squares",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }
}
