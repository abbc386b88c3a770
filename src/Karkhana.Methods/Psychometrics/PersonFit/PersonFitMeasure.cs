using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Person fit as a measure.</summary>
public static class PersonFitMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<FittedResponses, PersonFitOptions, PersonFitResult>(
        "psychometrics.person-fit",
        "Whether the answers of each respondent hang together as the model expects.",
        PersonFit.Source,
        [
            new InputSpec("responses", "items (list of columns); optional score"),
            new InputSpec("parameters", "item, slope, threshold (list of columns); optional guessing"),
        ],
        [
            new OutputSpec("row", OutputShape.Vector, "1, 2, ... in the order of the table"),
            new OutputSpec("lz_corrected", OutputShape.Vector, "lz corrected for the estimated score, low is misfit"),
            new OutputSpec("lz", OutputShape.Vector, "standardised log-likelihood"),
            new OutputSpec("p_value", OutputShape.Vector, "lower tail of lz_corrected"),
            new OutputSpec("flagged", OutputShape.Vector, "1 or 0"),
            new OutputSpec("score", OutputShape.Vector, "given, or posterior mean"),
            new OutputSpec("infit", OutputShape.Vector, "information-weighted mean square, 1 expected"),
            new OutputSpec("infit_standardised", OutputShape.Vector, "standard score"),
            new OutputSpec("outfit", OutputShape.Vector, "mean square, 1 expected"),
            new OutputSpec("outfit_standardised", OutputShape.Vector, "standard score"),
            new OutputSpec("guttman_errors", OutputShape.Vector, "pairs of steps answered against their popularity"),
            new OutputSpec("normed_guttman_errors", OutputShape.Vector, "0 to 1, items with two categories only"),
        ],
        FittedResponses.Read,
        PersonFit.Estimate);
}
