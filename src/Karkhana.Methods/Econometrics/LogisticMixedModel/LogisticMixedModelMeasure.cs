using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The logistic mixed model as a measure.</summary>
public static class LogisticMixedModelMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<LogisticMixedSample, LogisticMixedModelOptions, LogisticMixedModelResult>(
        "econometrics.logistic-mixed-model",
        "Logistic regression with a random intercept per group.",
        LogisticMixedModel.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", group, optional trials")],
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("odds_ratio", OutputShape.Vector, "exp(estimate), within a group; NaN for the intercept"),
            new OutputSpec("random_sd", OutputShape.Scalar, "standard deviation of the random intercept"),
            new OutputSpec("random_sd_std_error", OutputShape.Scalar, "its standard error"),
            new OutputSpec("intraclass_correlation", OutputShape.Scalar, "share of the latent variance between groups"),
            new OutputSpec("median_odds_ratio", OutputShape.Scalar, "median odds ratio of two like observations from two groups"),
            .. CoefficientOutputs.LikelihoodSpecs,
            new OutputSpec("group_statistic", OutputShape.Scalar, "twice the log-likelihood gained over no random intercept"),
            new OutputSpec("group_p_value", OutputShape.Scalar, "half the chi-square tail"),
            new OutputSpec("group", OutputShape.Vector, "groups in order of appearance"),
            new OutputSpec("random_intercept", OutputShape.Vector, "conditional mode of each group"),
            new OutputSpec("random_intercept_std_error", OutputShape.Vector, "conditional standard deviation about it"),
            new OutputSpec("covariance_matrix", OutputShape.Matrix, "term by term"),
        ],
        LogisticMixedSample.Read,
        LogisticMixedModel.Estimate);
}
