using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Multinomial regression as a measure.</summary>
public static class MultinomialRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, MultinomialRegressionOptions, MultinomialRegressionResult>(
        "econometrics.multinomial-regression",
        "Multinomial logit: which of several categories goes with which terms.",
        MultinomialRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights (observations a row stands for), clusters (list of one column)")],
        [
            new OutputSpec("coefficient", OutputShape.Vector, "response and term together"),
            new OutputSpec("response", OutputShape.Vector, "category of each coefficient, compared with the base"),
            .. CoefficientOutputs.Specs,
            new OutputSpec("relative_risk_ratio", OutputShape.Vector, "exp(estimate)"),
            .. CoefficientOutputs.LikelihoodSpecs,
            new OutputSpec("pseudo_r_squared", OutputShape.Scalar, "McFadden"),
            new OutputSpec("category", OutputShape.Vector, "categories, the base first"),
            new OutputSpec("count", OutputShape.Vector, "observations of each category"),
            new OutputSpec("tested_term", OutputShape.Vector, "terms of the model"),
            new OutputSpec("term_likelihood_ratio", OutputShape.Vector, "twice the log-likelihood lost without the term"),
            new OutputSpec("term_df", OutputShape.Vector, "coefficients of the term"),
            new OutputSpec("term_p_value", OutputShape.Vector, "by the chi-square distribution"),
            new OutputSpec("average_marginal_effect", OutputShape.Matrix, "change of the probability per unit, category by term; NaN for the intercept"),
            new OutputSpec("average_marginal_effect_std_error", OutputShape.Matrix, "by the delta method"),
        ],
        RegressionSample.Read,
        MultinomialRegression.Estimate);
}
