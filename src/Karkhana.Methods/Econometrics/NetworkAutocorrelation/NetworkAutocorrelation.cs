using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Regression on the outcome of those that a node is tied to.</summary>
public static class NetworkAutocorrelation
{
    internal const string Source = "Doreian 1981, doi:10.2307/270864; Leenders 2002, doi:10.1016/S0378-8733(01)00049-1; Ord 1975, doi:10.1080/01621459.1975.10480272";

    /// <summary>Estimates the model by maximum likelihood.</summary>
    /// <remarks>
    /// y = ρWy + Xb + e, W the values of the ties divided by their sum over each node; nodes without ties have lags of 0. The
    /// likelihood, the search and the standard errors are those of <see cref="SpatialLagRegression"/>. Ties are taken as given: who is tied to
    /// whom is often chosen by likeness, and then ρ is no sign of influence. The estimate of ρ is biased downwards in dense networks
    /// (Mizruchi and Neuman 2008, doi:10.1016/j.socnet.2008.02.002). Cost: that of the lag model. Source: Doreian 1981,
    /// doi:10.2307/270864; Leenders 2002, doi:10.1016/S0378-8733(01)00049-1. Agrees with: sna 2.7 lnam, relative 1e-3 (its
    /// optimiser).
    /// </remarks>
    /// <param name="sample">The observations and the network.</param>
    /// <param name="options">Model, level.</param>
    /// <param name="execution">Workers for determinants and traces; the results do not depend on it.</param>
    /// <param name="cancellationToken">Looked at between factorisations.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">Rows and nodes differ in number, a tie has a negative value, the outcome does not vary, nobody or
    /// everybody is tied, or ρ cannot be told from the terms.</exception>
    public static NetworkAutocorrelationResult Estimate(
        NetworkSample sample, NetworkAutocorrelationOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        SpatialDesign design = SpatialDesign.Build(sample.ToSpatial(), options.Model);
        AutoregressiveEstimate estimate = AutoregressiveEstimate.Of(design, withLag: true, withErrors: false, execution, cancellationToken);
        AutoregressiveCovariance covariance = AutoregressiveCovariance.Of(estimate, execution, cancellationToken);
        return new NetworkAutocorrelationResult
        {
            Model = estimate.ToModel(covariance, options.Level),
            ResidualTest = ModelTest.ChiSquared(covariance.ResidualTest(), 1),
            Notes = [.. design.Notes, .. estimate.Notes],
            Provenance = new Provenance(
                "econometrics.network-autocorrelation",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, level = {options.Level}"),
                Source),
        };
    }
}
