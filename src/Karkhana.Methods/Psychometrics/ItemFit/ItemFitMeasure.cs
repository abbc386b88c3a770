using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Item fit as a measure.</summary>
public static class ItemFitMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<FittedResponses, ItemFitOptions, ItemFitResult>(
        "psychometrics.item-fit",
        "Fit of each item to its response curve: summed-score groups, mean squares, distance of the curves.",
        ItemFit.Source,
        [
            new InputSpec("responses", "items (list of columns); optional score"),
            new InputSpec("parameters", "item, slope, threshold (list of columns); optional guessing"),
        ],
        [
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("statistic", OutputShape.Vector, "S-X2, chi-square"),
            new OutputSpec("df", OutputShape.Vector, "score groups times (categories - 1) less parameters of the item"),
            new OutputSpec("p_value", OutputShape.Vector, "upper tail"),
            new OutputSpec("adjusted_p_value", OutputShape.Vector, "Benjamini-Hochberg over the items"),
            new OutputSpec("infit", OutputShape.Vector, "information-weighted mean square, 1 expected"),
            new OutputSpec("infit_standardised", OutputShape.Vector, "standard score"),
            new OutputSpec("outfit", OutputShape.Vector, "mean square, 1 expected"),
            new OutputSpec("outfit_standardised", OutputShape.Vector, "standard score"),
            new OutputSpec("rmsd", OutputShape.Vector, "0 to 1, distance of observed and expected curve"),
        ],
        FittedResponses.Read,
        ItemFit.Estimate);
}
