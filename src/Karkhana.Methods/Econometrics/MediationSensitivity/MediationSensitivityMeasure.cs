using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The sensitivity of mediation as a measure.</summary>
public static class MediationSensitivityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<BootstrapSample, MediationSensitivityOptions, MediationSensitivityResult>(
        "econometrics.mediation-sensitivity",
        "How an indirect association would change if something left out drove both mediator and outcome.",
        MediationSensitivity.Source,
        [new InputSpec("sample", BootstrapSample.ObservationRoles), new InputSpec("resamples", BootstrapSample.ResampleRoles, Required: false)],
        [
            new OutputSpec("correlation_at_zero", OutputShape.Scalar, "residual correlation at which the indirect part is 0"),
            new OutputSpec("correlation_at_zero_low", OutputShape.Scalar, "lower limit"),
            new OutputSpec("correlation_at_zero_high", OutputShape.Scalar, "upper limit"),
            new OutputSpec("r_squared_at_zero", OutputShape.Scalar, "product of the shares of residual variance"),
            new OutputSpec("total_r_squared_at_zero", OutputShape.Scalar, "product of the shares of whole variance"),
            new OutputSpec("correlation", OutputShape.Vector, "assumed residual correlations"),
            new OutputSpec("indirect", OutputShape.Vector, "indirect part at each"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("direct", OutputShape.Vector, "direct part at each"),
        ],
        BootstrapSample.Read,
        MediationSensitivity.Estimate);
}
