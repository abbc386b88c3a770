using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The outputs that regressions share: coefficients, effects, what a likelihood says.</summary>
internal static class CoefficientOutputs
{
    /// <summary>Gets what they hold.</summary>
    public static IReadOnlyList<OutputSpec> Specs { get; } =
    [
        new OutputSpec("term", OutputShape.Vector, "coefficient names; the constant is called intercept"),
        new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
        new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
        new OutputSpec("statistic", OutputShape.Vector, "estimate over standard error"),
        new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
        new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
        new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
    ];

    /// <summary>Adds them.</summary>
    public static MeasureOutputs Coefficients(this MeasureOutputs outputs, CoefficientTable table) => outputs
        .Vector("term", table.Terms)
        .Vector("estimate", table.Estimates)
        .Vector("std_error", table.StandardErrors)
        .Vector("statistic", table.Statistics)
        .Vector("p_value", table.PValues)
        .Vector("conf_low", table.ConfidenceLow)
        .Vector("conf_high", table.ConfidenceHigh);

    /// <summary>Adds effects with their bootstrap limits.</summary>
    public static MeasureOutputs Effects(this MeasureOutputs outputs, EffectTable table) => outputs
        .Vector("effect", table.Effects)
        .Vector("estimate", table.Estimates)
        .Vector("std_error", table.StandardErrors)
        .Vector("conf_low", table.ConfidenceLow)
        .Vector("conf_high", table.ConfidenceHigh);

    /// <summary>Gets what <see cref="Likelihood"/> adds.</summary>
    public static IReadOnlyList<OutputSpec> LikelihoodSpecs { get; } =
    [
        new OutputSpec("n", OutputShape.Scalar, "observations used, each row as many as its weight"),
        new OutputSpec("log_likelihood", OutputShape.Scalar, "at the maximum"),
        new OutputSpec("null_log_likelihood", OutputShape.Scalar, "of the model without terms"),
        new OutputSpec("likelihood_ratio", OutputShape.Scalar, "test of all terms: twice the difference of the log-likelihoods"),
        new OutputSpec("likelihood_ratio_df", OutputShape.Scalar, "its degrees of freedom"),
        new OutputSpec("likelihood_ratio_p_value", OutputShape.Scalar, "by the chi-square distribution"),
        new OutputSpec("aic", OutputShape.Scalar, "Akaike's criterion"),
        new OutputSpec("bic", OutputShape.Scalar, "Schwarz's criterion"),
    ];

    /// <summary>Adds what a likelihood says of the fit.</summary>
    public static MeasureOutputs Likelihood(this MeasureOutputs outputs, LikelihoodSummary fit) => outputs
        .Scalar("n", fit.Observations)
        .Scalar("log_likelihood", fit.LogLikelihood)
        .Scalar("null_log_likelihood", fit.NullLogLikelihood)
        .Scalar("likelihood_ratio", fit.LikelihoodRatio)
        .Scalar("likelihood_ratio_df", fit.Parameters - fit.NullParameters)
        .Scalar("likelihood_ratio_p_value", fit.LikelihoodRatioPValue)
        .Scalar("aic", fit.Aic)
        .Scalar("bic", fit.Bic);
}
