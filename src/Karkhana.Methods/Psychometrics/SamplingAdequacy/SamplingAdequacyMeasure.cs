using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Sampling adequacy as a measure.</summary>
public static class SamplingAdequacyMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, SamplingAdequacyOptions, SamplingAdequacyResult>(
        "psychometrics.sampling-adequacy",
        "Whether the correlations of the items are fit for factoring: Kaiser-Meyer-Olkin, Bartlett, multiple correlations.",
        SamplingAdequacy.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("kmo", OutputShape.Scalar, "Kaiser-Meyer-Olkin index, 0 to 1"),
            new OutputSpec("statistic", OutputShape.Scalar, "Bartlett's chi-square"),
            new OutputSpec("df", OutputShape.Scalar, "degrees of freedom"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail"),
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("item_kmo", OutputShape.Vector, "index of the item, 0 to 1"),
            new OutputSpec("squared_multiple_correlation", OutputShape.Vector, "R² of the item on all others"),
        ],
        ItemResponses.Read,
        SamplingAdequacy.Estimate);
}
