using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The bootstrap of indirect effects as a measure.</summary>
public static class MediationBootstrapMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<BootstrapSample, MediationBootstrapOptions, MediationBootstrapResult>(
        "econometrics.mediation-bootstrap",
        "Indirect associations through one mediator, two in series or several side by side, with bootstrap intervals.",
        MediationBootstrap.Source,
        [new InputSpec("sample", BootstrapSample.ObservationRoles), new InputSpec("resamples", BootstrapSample.ResampleRoles, Required: false)],
        [
            new OutputSpec("effect", OutputShape.Vector, "effect names"),
            new OutputSpec("estimate", OutputShape.Vector, "by effect"),
            new OutputSpec("std_error", OutputShape.Vector, "standard deviation over the samples"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
        ],
        BootstrapSample.Read,
        MediationBootstrap.Estimate);
}
