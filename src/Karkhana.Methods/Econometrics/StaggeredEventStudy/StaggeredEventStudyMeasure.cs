using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The event study with staggered adoption as a measure.</summary>
public static class StaggeredEventStudyMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<StaggeredSample, StaggeredEventStudyOptions, StaggeredEventStudyResult>(
        "econometrics.staggered-event-study",
        "Event study with staggered adoption by cohort-interacted two-way fixed effects (Sun and Abraham).",
        StaggeredEventStudy.Source,
        [new InputSpec("sample", StaggeredSample.Roles + ", optional weights")],
        [
            new OutputSpec("period", OutputShape.Vector, "relative period"),
            new OutputSpec("estimate", OutputShape.Vector, "mean of the cohorts' estimates by their rows"),
            new OutputSpec("std_error", OutputShape.Vector, "clustered by unit"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("count", OutputShape.Vector, "rows of treated cohorts"),
            new OutputSpec("effect", OutputShape.Scalar, "mean over all treated rows from adoption on"),
            new OutputSpec("effect_std_error", OutputShape.Scalar, "its standard error"),
            new OutputSpec("effect_p_value", OutputShape.Scalar, "two-sided"),
            new OutputSpec("before_statistic", OutputShape.Scalar, "chi-square of all periods before adoption"),
            new OutputSpec("before_df", OutputShape.Scalar, "its degrees of freedom"),
            new OutputSpec("before_p_value", OutputShape.Scalar, "upper tail"),
        ],
        StaggeredSample.Read,
        StaggeredEventStudy.Estimate);
}
