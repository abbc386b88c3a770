using Karkhana.Core.Measures;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Structural equation models as a measure.</summary>
public static class StructuralEquationModelMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ItemResponses, StructuralEquationModelOptions, StructuralEquationModelResult>(
            StructuralEquationModel.Id,
            "Path analysis, confirmatory factor analysis and structural equation models.",
            StructuralEquationModel.Source,
            [new InputSpec("sample", "variables (list of columns)")],
            [
                new OutputSpec("term", OutputShape.Vector, "factor=~indicator, outcome~predictor, a~~b, x~1, x|t1, or the defined name"),
                new OutputSpec("estimate", OutputShape.Vector, "by term"),
                new OutputSpec("std_error", OutputShape.Vector, "by term; 0 for what is held"),
                new OutputSpec("statistic", OutputShape.Vector, "estimate over standard error"),
                new OutputSpec("p_value", OutputShape.Vector, "two-sided, normal"),
                new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
                new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
                new OutputSpec("standardised", OutputShape.Vector, "by term; all variables at variance 1"),
                new OutputSpec("bootstrap_std_error", OutputShape.Vector, "by term; null without a bootstrap"),
                new OutputSpec("bootstrap_low", OutputShape.Vector, "percentile limits"),
                new OutputSpec("bootstrap_high", OutputShape.Vector, "percentile limits"),
                new OutputSpec("n", OutputShape.Scalar, "rows used"),
                new OutputSpec("parameters", OutputShape.Scalar, "free parameters"),
                new OutputSpec("chi_square", OutputShape.Scalar, "n times the minimum of F"),
                new OutputSpec("df", OutputShape.Scalar, "degrees of freedom"),
                new OutputSpec("chi_square_p", OutputShape.Scalar, "upper tail"),
                new OutputSpec("baseline_chi_square", OutputShape.Scalar, "uncorrelated variables"),
                new OutputSpec("baseline_df", OutputShape.Scalar, "its degrees of freedom"),
                new OutputSpec("cfi", OutputShape.Scalar, "comparative fit index, 0..1"),
                new OutputSpec("tli", OutputShape.Scalar, "Tucker-Lewis index"),
                new OutputSpec("nfi", OutputShape.Scalar, "normed fit index"),
                new OutputSpec("ifi", OutputShape.Scalar, "incremental fit index"),
                new OutputSpec("rmsea", OutputShape.Scalar, "root mean square error of approximation"),
                new OutputSpec("rmsea_low", OutputShape.Scalar, "lower limit, 90 %"),
                new OutputSpec("rmsea_high", OutputShape.Scalar, "upper limit, 90 %"),
                new OutputSpec("rmsea_p", OutputShape.Scalar, "of rmsea at most 0.05"),
                new OutputSpec("srmr", OutputShape.Scalar, "standardised root mean square residual"),
                new OutputSpec("gfi", OutputShape.Scalar, "goodness of fit index"),
                new OutputSpec("agfi", OutputShape.Scalar, "the same, degrees of freedom counted"),
                new OutputSpec("log_likelihood", OutputShape.Scalar, "given the columns that only explain"),
                new OutputSpec("aic", OutputShape.Scalar, "Akaike"),
                new OutputSpec("bic", OutputShape.Scalar, "ln n"),
                new OutputSpec("scaled_chi_square", OutputShape.Scalar, "corrected test; null without a correction"),
                new OutputSpec("scaled_chi_square_p", OutputShape.Scalar, "its upper tail"),
                new OutputSpec("scaling_factor", OutputShape.Scalar, "chi_square/scaled_chi_square"),
                new OutputSpec("scaled_cfi", OutputShape.Scalar, "cfi of the corrected tests"),
                new OutputSpec("scaled_tli", OutputShape.Scalar, "tli of the corrected tests"),
                new OutputSpec("scaled_rmsea", OutputShape.Scalar, "rmsea of the corrected test"),
                new OutputSpec("modification_term", OutputShape.Vector, "parameters that are 0, greatest index first"),
                new OutputSpec("modification_index", OutputShape.Vector, "fall of chi-square if free, about"),
                new OutputSpec("expected_change", OutputShape.Vector, "what the parameter would become, about"),
                new OutputSpec("endogenous", OutputShape.Vector, "variables that others explain"),
                new OutputSpec("r_squared", OutputShape.Vector, "by endogenous variable"),
                new OutputSpec("residual_correlation", OutputShape.Matrix, "sample less model, column by column"),
                new OutputSpec("standardised_residual", OutputShape.Matrix, "residual covariance over its standard error"),
                new OutputSpec("covariance_matrix", OutputShape.Matrix, "of the free parameters"),
            ],
            Read,
            StructuralEquationModel.Estimate);

    /// <summary>Reads the input <c>sample</c> with its list of columns.</summary>
    internal static ItemResponses Read(MeasureRequest request)
    {
        BoundTable sample = request.Table("sample");
        IReadOnlyList<string> variables = sample.ColumnsOf("variables");
        return new ItemResponses(variables, [.. variables.Select(sample.NumbersOf)]) { Input = "sample" };
    }
}
