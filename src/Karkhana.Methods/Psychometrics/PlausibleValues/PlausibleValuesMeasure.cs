using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Plausible values as a measure.</summary>
public static class PlausibleValuesMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PlausibleValuesInput, PlausibleValuesOptions, PlausibleValuesResult>(
        "psychometrics.plausible-values",
        "Draws of each respondent's latent variable from what its answers leave open.",
        PlausibleValues.Source,
        [
            new InputSpec("responses", ScoredResponses.ResponseRoles),
            new InputSpec("parameters", ScoredResponses.ParameterRoles),
            new InputSpec("covariance", "optional square table of the parameters' covariance: id (item:slope or slope, item:1, item:2, ... for thresholds, item:guessing), columns of the same names", Required: false),
        ],
        [
            new OutputSpec("row", OutputShape.Vector, "1, 2, ... in the order of the table"),
            new OutputSpec("posterior_mean", OutputShape.Vector, "at the estimated parameters"),
            new OutputSpec("posterior_sd", OutputShape.Vector, "at the estimated parameters"),
            new OutputSpec("plausible_value", OutputShape.Matrix, "row x draw"),
            new OutputSpec("term", OutputShape.Vector, "mean and variance of the population"),
            new OutputSpec("estimate", OutputShape.Vector, "combined over the draws by Rubin's rules"),
            new OutputSpec("std_error", OutputShape.Vector, "within and between draws"),
        ],
        PlausibleValuesInput.Read,
        PlausibleValues.Estimate);
}
