using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Confirmatory factor analysis as a measure.</summary>
public static class ConfirmatoryFactorAnalysisMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ItemResponses, ConfirmatoryFactorAnalysisOptions, ConfirmatoryFactorAnalysisResult>(
            "psychometrics.confirmatory-factor-analysis",
            "Correlated factor model in which every item belongs to one construct.",
            ConfirmatoryFactorAnalysis.Source,
            [new InputSpec("responses", "items (list of columns)")],
            [
                new OutputSpec("construct", OutputShape.Vector, "names"),
                new OutputSpec("average_variance_extracted", OutputShape.Vector, "by construct, 0..1"),
                new OutputSpec("root_average_variance_extracted", OutputShape.Vector, "by construct, 0..1; to compare with the factor correlations"),
                new OutputSpec("factor_correlation", OutputShape.Matrix, "construct by construct"),
                new OutputSpec("factor_correlation_std_error", OutputShape.Matrix, "construct by construct; null on the diagonal"),
                new OutputSpec("item", OutputShape.Vector, "item names"),
                new OutputSpec("item_construct", OutputShape.Vector, "construct of the item"),
                new OutputSpec("loading", OutputShape.Vector, "factor variance 1; sum at least 0 in each construct"),
                new OutputSpec("std_error", OutputShape.Vector, "of the loading, expected information"),
                new OutputSpec("standardised_loading", OutputShape.Vector, "of the standardised item"),
                new OutputSpec("residual_variance", OutputShape.Vector, "by item"),
                new OutputSpec("statistic", OutputShape.Scalar, "chi-square, N times the minimum of F"),
                new OutputSpec("df", OutputShape.Scalar, "degrees of freedom"),
                new OutputSpec("p_value", OutputShape.Scalar, "upper tail"),
                new OutputSpec("cfi", OutputShape.Scalar, "comparative fit index, 0..1"),
                new OutputSpec("tli", OutputShape.Scalar, "Tucker-Lewis index"),
                new OutputSpec("rmsea", OutputShape.Scalar, "root mean square error of approximation"),
                new OutputSpec("rmsea_low", OutputShape.Scalar, "lower limit, 90 %"),
                new OutputSpec("rmsea_high", OutputShape.Scalar, "upper limit, 90 %"),
                new OutputSpec("srmr", OutputShape.Scalar, "standardised root mean square residual"),
            ],
            ItemResponses.Read,
            ConfirmatoryFactorAnalysis.Estimate);
}
