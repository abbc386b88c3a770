using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Rosenbaum's bounds as a measure.</summary>
public static class RosenbaumBoundsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MatchedOutcomes, RosenbaumBoundsOptions, RosenbaumBoundsResult>(
        "econometrics.rosenbaum-bounds",
        "Bounds of a matched difference when matched units may differ in a hidden chance of treatment.",
        RosenbaumBounds.Source,
        [new InputSpec("pairs", "treated, control: outcomes of the two units of a pair")],
        [
            new OutputSpec("gamma", OutputShape.Vector, "odds ratios, at least 1"),
            new OutputSpec("p_lower", OutputShape.Vector, "least p-value"),
            new OutputSpec("p_upper", OutputShape.Vector, "greatest p-value"),
            new OutputSpec("estimate_low", OutputShape.Vector, "least Hodges-Lehmann estimate"),
            new OutputSpec("estimate_high", OutputShape.Vector, "greatest Hodges-Lehmann estimate"),
            new OutputSpec("critical_gamma", OutputShape.Scalar, "odds ratio at which the greatest p-value reaches alpha; inf when none up to 1000 does"),
            new OutputSpec("pairs", OutputShape.Scalar, "number of pairs"),
        ],
        MatchedOutcomes.Read,
        RosenbaumBounds.Estimate);
}
