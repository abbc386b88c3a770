using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Natural effects as a measure.</summary>
public static class NaturalEffectsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<BootstrapSample, NaturalEffectsOptions, NaturalEffectsResult>(
        "econometrics.natural-effects",
        "Natural direct and indirect effects in a model where treatment and mediator interact, linear or logit.",
        NaturalEffects.Source,
        [new InputSpec("sample", BootstrapSample.ObservationRoles), new InputSpec("resamples", BootstrapSample.ResampleRoles, Required: false)],
        [
            new OutputSpec("effect", OutputShape.Vector, "effect names"),
            new OutputSpec("estimate", OutputShape.Vector, "by effect"),
            new OutputSpec("std_error", OutputShape.Vector, "standard deviation over the samples"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
        ],
        BootstrapSample.Read,
        NaturalEffects.Estimate);
}
