using Karkhana.Core.Measures;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Partial least squares path models as a measure.</summary>
public static class PartialLeastSquaresPathMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ItemResponses, PartialLeastSquaresPathOptions, PartialLeastSquaresPathResult>(
            PartialLeastSquaresPath.Id,
            "Partial least squares path model among composites of indicators.",
            PartialLeastSquaresPath.Source,
            [new InputSpec("sample", "variables (list of columns)")],
            [
                new OutputSpec("indicator", OutputShape.Vector, "construct by construct"),
                new OutputSpec("weight", OutputShape.Vector, "by indicator; composites have variance 1"),
                new OutputSpec("weight_low", OutputShape.Vector, "percentile limits; null without a bootstrap"),
                new OutputSpec("weight_high", OutputShape.Vector, "percentile limits"),
                new OutputSpec("loading", OutputShape.Vector, "correlation with the own composite"),
                new OutputSpec("loading_low", OutputShape.Vector, "percentile limits"),
                new OutputSpec("loading_high", OutputShape.Vector, "percentile limits"),
                new OutputSpec("path", OutputShape.Vector, "to~from"),
                new OutputSpec("estimate", OutputShape.Vector, "path coefficients"),
                new OutputSpec("std_error", OutputShape.Vector, "bootstrap; null without"),
                new OutputSpec("conf_low", OutputShape.Vector, "percentile limits"),
                new OutputSpec("conf_high", OutputShape.Vector, "percentile limits"),
                new OutputSpec("f_squared", OutputShape.Vector, "effect size by path"),
                new OutputSpec("construct", OutputShape.Vector, "names"),
                new OutputSpec("r_squared", OutputShape.Vector, "null for constructs that nothing explains"),
                new OutputSpec("rho_a", OutputShape.Vector, "reliability of the weights"),
                new OutputSpec("composite_reliability", OutputShape.Vector, "reliability by the loadings"),
                new OutputSpec("average_variance_extracted", OutputShape.Vector, "mean squared loading"),
                new OutputSpec("correlation", OutputShape.Matrix, "construct by construct"),
                new OutputSpec("htmt", OutputShape.Matrix, "construct by construct; 1 on the diagonal"),
                new OutputSpec("total_effect", OutputShape.Matrix, "paths and products of paths, from row to column"),
                new OutputSpec("score", OutputShape.Matrix, "row (from 1) by construct"),
            ],
            StructuralEquationModelMeasure.Read,
            PartialLeastSquaresPath.Estimate);
}
