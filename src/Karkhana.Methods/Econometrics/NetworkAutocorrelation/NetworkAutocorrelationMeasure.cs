using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The network autocorrelation model as a measure.</summary>
public static class NetworkAutocorrelationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<NetworkSample, NetworkAutocorrelationOptions, NetworkAutocorrelationResult>(
        "econometrics.network-autocorrelation",
        "Linear network autocorrelation (social influence) model by maximum likelihood.",
        NetworkAutocorrelation.Source,
        NetworkSample.Inputs,
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("rho", OutputShape.Scalar, "network autocorrelation"),
            new OutputSpec("rho_std_error", OutputShape.Scalar, "from the expected information"),
            new OutputSpec("sigma", OutputShape.Scalar, "maximum-likelihood residual standard deviation"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "at the maximum"),
            new OutputSpec("likelihood_ratio", OutputShape.Scalar, "against least squares with the same terms"),
            new OutputSpec("likelihood_ratio_p", OutputShape.Scalar, "chi-square 1"),
            new OutputSpec("residual_lm", OutputShape.Scalar, "score test of residual autocorrelation"),
            new OutputSpec("residual_lm_p", OutputShape.Scalar, "chi-square 1"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("aic", OutputShape.Scalar, "rho and the variance counted"),
            new OutputSpec("bic", OutputShape.Scalar, "rho and the variance counted"),
        ],
        NetworkSample.Read,
        NetworkAutocorrelation.Estimate);
}
