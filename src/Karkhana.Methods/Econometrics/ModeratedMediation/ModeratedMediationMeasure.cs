using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Moderated mediation as a measure.</summary>
public static class ModeratedMediationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<BootstrapSample, ModeratedMediationOptions, ModeratedMediationResult>(
        "econometrics.moderated-mediation",
        "Indirect and direct associations by value of a moderator, with the index and the Johnson-Neyman region.",
        ModeratedMediation.Source,
        [new InputSpec("sample", BootstrapSample.ObservationRoles), new InputSpec("resamples", BootstrapSample.ResampleRoles, Required: false)],
        [
            new OutputSpec("index", OutputShape.Scalar, "change of the indirect part per unit of the moderator; null when both steps depend on it"),
            new OutputSpec("index_std_error", OutputShape.Scalar, "standard deviation over the samples"),
            new OutputSpec("index_low", OutputShape.Scalar, "lower limit"),
            new OutputSpec("index_high", OutputShape.Scalar, "upper limit"),
            new OutputSpec("value", OutputShape.Vector, "values of the moderator"),
            new OutputSpec("indirect", OutputShape.Vector, "part along the mediator"),
            new OutputSpec("indirect_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("indirect_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("direct", OutputShape.Vector, "part past the mediator"),
            new OutputSpec("direct_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("direct_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("region", OutputShape.Scalar, "where the direct part differs from 0: nowhere, everywhere, inside, outside the limits"),
            new OutputSpec("region_low", OutputShape.Scalar, "lower limit of the region; null when there is none"),
            new OutputSpec("region_high", OutputShape.Scalar, "upper limit of the region"),
            new OutputSpec("share_in_region", OutputShape.Scalar, "share of rows in the region"),
        ],
        BootstrapSample.Read,
        ModeratedMediation.Estimate);
}
