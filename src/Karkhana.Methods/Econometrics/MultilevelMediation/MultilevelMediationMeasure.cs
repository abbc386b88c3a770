using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>2-1-1 mediation as a measure.</summary>
public static class MultilevelMediationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<BootstrapSample, MultilevelMediationOptions, MultilevelMediationResult>(
        "econometrics.multilevel-mediation",
        "Mediation of a treatment of clusters along a mediator of rows, between and within clusters kept apart (2-1-1).",
        MultilevelMediation.Source,
        [
            new InputSpec("sample", RegressionSample.Roles + ", clusters (list of one column); optional weights"),
            new InputSpec("resamples", BootstrapSample.ResampleRoles, Required: false),
        ],
        [
            new OutputSpec("effect", OutputShape.Vector, "effect names"),
            new OutputSpec("estimate", OutputShape.Vector, "by effect"),
            new OutputSpec("std_error", OutputShape.Vector, "standard deviation over the samples"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("clusters", OutputShape.Scalar, "number of clusters"),
        ],
        BootstrapSample.Read,
        MultilevelMediation.Estimate);
}
