using Karkhana.Core.Measures;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>The factor analysis of several groups as a measure.</summary>
public static class MultigroupFactorAnalysisMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<GroupedResponses, MultigroupFactorAnalysisOptions, MultigroupFactorAnalysisResult>(
            "econometrics.measurement-invariance",
            "Fit of a confirmatory factor analysis of several groups under equality constraints.",
            MultigroupFactorAnalysis.Source,
            [new InputSpec("sample", "variables (list of columns), group")],
            [
                new OutputSpec("chi_square", OutputShape.Scalar, "likelihood ratio"),
                new OutputSpec("df", OutputShape.Scalar, "degrees of freedom"),
                new OutputSpec("p_value", OutputShape.Scalar, "upper tail"),
                new OutputSpec("cfi", OutputShape.Scalar, "0..1"),
                new OutputSpec("tli", OutputShape.Scalar, "null without degrees of freedom"),
                new OutputSpec("rmsea", OutputShape.Scalar, "times the root of the number of groups"),
                new OutputSpec("rmsea_low", OutputShape.Scalar, "90 %"),
                new OutputSpec("rmsea_high", OutputShape.Scalar, "90 %"),
                new OutputSpec("srmr", OutputShape.Scalar, "with the residuals of the means"),
                new OutputSpec("aic", OutputShape.Scalar, "Akaike"),
                new OutputSpec("bic", OutputShape.Scalar, "ln n of all groups"),
            ],
            Read,
            MultigroupFactorAnalysis.Estimate);

    private static GroupedResponses Read(MeasureRequest request)
    {
        BoundTable sample = request.Table("sample");
        IReadOnlyList<string> variables = sample.ColumnsOf("variables");
        return new GroupedResponses(
            new ItemResponses(variables, [.. variables.Select(sample.NumbersOf)]), sample.Texts("group"));
    }
}
