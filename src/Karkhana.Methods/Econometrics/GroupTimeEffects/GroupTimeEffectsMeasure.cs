using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Group-time effects as a measure.</summary>
public static class GroupTimeEffectsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<StaggeredSample, GroupTimeEffectsOptions, GroupTimeEffectsResult>(
        "econometrics.group-time-effects",
        "Effects by cohort and period of a staggered adoption, doubly robust (Callaway and Sant'Anna), with bounds.",
        GroupTimeEffects.Source,
        [new InputSpec("sample", StaggeredSample.Roles + ", optional clusters (list of one column)")],
        [
            new OutputSpec("period", OutputShape.Vector, "relative period"),
            new OutputSpec("estimate", OutputShape.Vector, "mean of the cohorts' effects by their units"),
            new OutputSpec("std_error", OutputShape.Vector, "from influences"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("band_low", OutputShape.Vector, "lower limits that hold for all periods at once"),
            new OutputSpec("band_high", OutputShape.Vector, "upper limits that hold for all periods at once"),
            new OutputSpec("cohort", OutputShape.Vector, "cohort of each cell"),
            new OutputSpec("time", OutputShape.Vector, "period of each cell"),
            new OutputSpec("cell_estimate", OutputShape.Vector, "effect on the cohort in the period"),
            new OutputSpec("cell_std_error", OutputShape.Vector, "its standard error"),
            new OutputSpec("effect", OutputShape.Scalar, "mean over all cells from adoption on, by units"),
            new OutputSpec("effect_std_error", OutputShape.Scalar, "its standard error"),
            new OutputSpec("mean_effect", OutputShape.Scalar, "plain mean over relative periods from 0 on"),
            new OutputSpec("mean_effect_std_error", OutputShape.Scalar, "its standard error"),
            new OutputSpec("before_statistic", OutputShape.Scalar, "chi-square of all periods before the reference"),
            new OutputSpec("before_df", OutputShape.Scalar, "its degrees of freedom"),
            new OutputSpec("before_p_value", OutputShape.Scalar, "upper tail"),
            new OutputSpec("deviation", OutputShape.Vector, "allowed step after adoption over the greatest before it"),
            new OutputSpec("bound_low", OutputShape.Vector, "least mean effect"),
            new OutputSpec("bound_high", OutputShape.Vector, "greatest mean effect"),
            new OutputSpec("bound_conf_low", OutputShape.Vector, "lower limit of the least"),
            new OutputSpec("bound_conf_high", OutputShape.Vector, "upper limit of the greatest"),
            new OutputSpec("breakdown", OutputShape.Scalar, "greatest deviation at which the limits leave 0 out"),
        ],
        StaggeredSample.Read,
        GroupTimeEffects.Estimate);
}
