using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Exploratory factor analysis as a measure.</summary>
public static class FactorAnalysisMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, FactorAnalysisOptions, FactorAnalysisResult>(
        "psychometrics.factor-analysis",
        "Exploratory factor analysis of the correlation matrix.",
        FactorAnalysis.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("uniqueness", OutputShape.Vector, "0..1"),
            new OutputSpec("communality", OutputShape.Vector, "0..1"),
            new OutputSpec("loading", OutputShape.Matrix, "item by factor; the pattern when oblique"),
            new OutputSpec("common_correlation", OutputShape.Matrix, "item by item; what the factors take up, communality on the diagonal"),
            new OutputSpec("factor_correlation", OutputShape.Matrix, "factor by factor; identity when orthogonal"),
            new OutputSpec("variance_explained", OutputShape.Vector, "column sums of squared loadings, decreasing"),
            new OutputSpec("statistic", OutputShape.Scalar, "chi-square of the fit; ml only"),
            new OutputSpec("df", OutputShape.Scalar, "degrees of freedom; ml only"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail; ml only"),
        ],
        ItemResponses.Read,
        FactorAnalysis.Estimate);
}
