using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The size of a sample as a measure.</summary>
public static class SampleSizeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SamplePlans, SampleSizeOptions, SampleSizeResult>(
        "econometrics.sample-size",
        "Firms that a study needs for a share, a difference of means or a mediation, with towns and non-response.",
        SampleSize.Source,
        [new InputSpec("plans", SamplePlans.Roles)],
        [
            new OutputSpec("sample_size", OutputShape.Vector, "firms; of a difference those of the first arm"),
            new OutputSpec("total", OutputShape.Vector, "firms in all"),
            new OutputSpec("design_effect", OutputShape.Vector, "1 + (firms per town - 1) times their correlation"),
            new OutputSpec("invited", OutputShape.Vector, "firms to invite at the response rate"),
            new OutputSpec("power", OutputShape.Vector, "power reached; null for a share"),
        ],
        SamplePlans.Read,
        SampleSize.Estimate);
}
