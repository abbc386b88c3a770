using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The estimation of item response models as a measure.</summary>
public static class ItemResponseModelMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponseSample, ItemResponseModelOptions, ItemResponseModelResult>(
        "psychometrics.item-response-model",
        "Item parameters of a unidimensional item response model by marginal maximum likelihood.",
        ItemResponseModel.Source,
        [new InputSpec("responses", "items (list of columns); optional group, weights, covariates (list of columns)")],
        [
            new OutputSpec("log_likelihood", OutputShape.Scalar, "marginal, without priors"),
            new OutputSpec("aic", OutputShape.Scalar, "-2 ll + 2 p"),
            new OutputSpec("bic", OutputShape.Scalar, "-2 ll + p ln n"),
            new OutputSpec("parameters", OutputShape.Scalar, "number of free parameters"),
            new OutputSpec("respondents", OutputShape.Scalar, "who answered something"),
            new OutputSpec("converged", OutputShape.Scalar, "1 when the last step was as small as asked, else 0"),
            new OutputSpec("evaluations", OutputShape.Scalar, "of the likelihood"),
            new OutputSpec("latent_variance", OutputShape.Scalar, "of the reference group; 1 unless rasch or partial-credit"),
            new OutputSpec("marginal_reliability", OutputShape.Scalar, "when the latent variance is fixed at 1 and there is no covariate"),
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("slope", OutputShape.Vector, "by item, reference group"),
            new OutputSpec("slope_std_error", OutputShape.Vector, "null when the slope is fixed"),
            new OutputSpec("guessing", OutputShape.Vector, "by item; 0 unless three-parameter"),
            new OutputSpec("guessing_std_error", OutputShape.Vector, "null unless three-parameter"),
            new OutputSpec("threshold", OutputShape.Matrix, "item x step, null where an item has fewer steps"),
            new OutputSpec("threshold_std_error", OutputShape.Matrix, "item x step, delta method"),
            new OutputSpec("intercept", OutputShape.Matrix, "item x step"),
            new OutputSpec("intercept_std_error", OutputShape.Matrix, "item x step"),
            new OutputSpec("group", OutputShape.Vector, "groups, the reference first; one empty name without groups"),
            new OutputSpec("group_mean", OutputShape.Vector, "latent mean by group"),
            new OutputSpec("group_mean_std_error", OutputShape.Vector, "null when fixed"),
            new OutputSpec("group_variance", OutputShape.Vector, "latent variance by group, given the covariates"),
            new OutputSpec("group_variance_std_error", OutputShape.Vector, "null when fixed"),
            new OutputSpec("group_slope", OutputShape.Matrix, "free item x group"),
            new OutputSpec("group_threshold", OutputShape.Matrix, "free item:group x step"),
            new OutputSpec("covariate", OutputShape.Vector, "covariates of the latent regression"),
            new OutputSpec("coefficient", OutputShape.Vector, "change of the latent mean per unit"),
            new OutputSpec("coefficient_std_error", OutputShape.Vector, "by covariate"),
        ],
        ItemResponseSample.Read,
        ItemResponseModel.Estimate);
}
