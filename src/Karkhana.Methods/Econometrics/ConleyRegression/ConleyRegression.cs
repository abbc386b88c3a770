using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Linear regression whose standard errors allow errors to be unequal and correlated over space.</summary>
public static class ConleyRegression
{
    internal const string Source = "Conley 1999, doi:10.1016/S0304-4076(98)00084-0";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// V = (X'X)⁻¹ [Σ_ij K(d_ij) x_i e_i e_j x_j'] (X'X)⁻¹ over all pairs nearer than the cutoff, i = j with d = 0 included and no
    /// small-sample factor. Uniform: K = 1 (the cutoff itself is outside); Bartlett: 1 − d/cutoff; Epanechnikov:
    /// 1 − (d/cutoff)². Great circle: haversine distance on a sphere. Tests by Student's t with n − k degrees of freedom.
    /// Assumes that errors farther apart than the cutoff are uncorrelated, and that the correlation goes by distance alone.
    /// In two dimensions none of these kernels is sure to give a variance above 0; a note says where it was not.
    /// Cost: n·k² + n log n + pairs within the cutoff × k; 20,000 places with about 150 neighbours each take 0.1 s on two
    /// workers. Source: Conley 1999, doi:10.1016/S0304-4076(98)00084-0, equation 3.12.
    /// Agrees with: conleyreg 0.1.8, relative 1e-8; fixest divides by another factor and cuts longitudes otherwise.
    /// </remarks>
    /// <param name="sample">The observations with their places.</param>
    /// <param name="options">Model, distance, cutoff, kernel, level.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">A column is missing, there are too few rows, or a place is out of range.</exception>
    public static RobustRegressionResult Estimate(
        PlacedSample sample, ConleyRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        LinearModel model = LinearModel.Of(sample.Placed(), options.Model);
        CoefficientCovariance covariance = model.Spatial(sample.X, sample.Y, options, execution, cancellationToken);
        return new RobustRegressionResult
        {
            Coefficients = model.Coefficients(covariance, options.Level),
            Covariance = covariance,
            Model = model,
            Notes = [.. model.Notes, .. covariance.Notes],
            Provenance = new Provenance(
                "econometrics.conley-regression",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, {covariance.Description}, level = {options.Level}"),
                Source),
        };
    }
}
