using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The intracluster correlation as a measure.</summary>
public static class IntraclusterCorrelationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<GroupedValues, IntraclusterCorrelationOptions, IntraclusterCorrelationResult>(
            "psychometrics.intracluster-correlation",
            "How much alike the values of one group are, groups of any size, with the design effect.",
            IntraclusterCorrelation.Source,
            [new InputSpec("data", "value (number), group (code)")],
            [
                new OutputSpec("estimate", OutputShape.Scalar, "at most 1, may be negative"),
                new OutputSpec("conf_low", OutputShape.Scalar, "lower end of the interval"),
                new OutputSpec("conf_high", OutputShape.Scalar, "upper end of the interval"),
                new OutputSpec("statistic", OutputShape.Scalar, "F of the one-way analysis of variance"),
                new OutputSpec("df_between", OutputShape.Scalar, "groups - 1"),
                new OutputSpec("df_within", OutputShape.Scalar, "values - groups"),
                new OutputSpec("p_value", OutputShape.Scalar, "upper tail of F"),
                new OutputSpec("design_effect", OutputShape.Scalar, "factor on the variance of a mean, at least 1"),
                new OutputSpec("variance_between", OutputShape.Scalar, "component between groups, may be negative"),
                new OutputSpec("variance_within", OutputShape.Scalar, "mean square within groups"),
                new OutputSpec("groups", OutputShape.Scalar, "groups with a value"),
                new OutputSpec("n", OutputShape.Scalar, "values that were used"),
                new OutputSpec("mean_size", OutputShape.Scalar, "n0, the size that stands for groups of different sizes"),
            ],
            GroupedValues.Read,
            IntraclusterCorrelation.Estimate);
}
