using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Cronbach's alpha as a measure.</summary>
public static class CronbachAlphaMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, CronbachAlphaOptions, CronbachAlphaResult>(
        "psychometrics.cronbach-alpha",
        "Internal consistency of a sum score and the usual item statistics.",
        CronbachAlpha.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("alpha", OutputShape.Scalar, "at most 1, may be negative"),
            new OutputSpec("conf_low", OutputShape.Scalar, "lower limit of Feldt's interval of alpha"),
            new OutputSpec("conf_high", OutputShape.Scalar, "upper limit of Feldt's interval of alpha"),
            new OutputSpec("standardised_alpha", OutputShape.Scalar, "alpha of standardised items"),
            new OutputSpec("guttman_lambda6", OutputShape.Scalar, "on the correlation matrix"),
            new OutputSpec("average_correlation", OutputShape.Scalar, "mean correlation between two items"),
            new OutputSpec("std_error_of_measurement", OutputShape.Scalar, "of the sum score"),
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("item_total_correlation", OutputShape.Vector, "with the sum of all items"),
            new OutputSpec("item_rest_correlation", OutputShape.Vector, "with the sum of the other items"),
            new OutputSpec("alpha_if_dropped", OutputShape.Vector, "alpha of the other items"),
            new OutputSpec("mean", OutputShape.Vector, "after recoding"),
            new OutputSpec("std_deviation", OutputShape.Vector, "n - 1"),
        ],
        ItemResponses.Read,
        CronbachAlpha.Estimate);
}
