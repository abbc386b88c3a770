using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The polyserial correlation as a measure.</summary>
public static class PolyserialCorrelationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ContinuousOrdinalPairs, PolyserialCorrelationOptions, PolyserialCorrelationResult>(
        "psychometrics.polyserial-correlation",
        "Correlation of a continuous variable with the latent normal variable behind an ordered one (biserial when binary).",
        PolyserialCorrelation.Source,
        [new InputSpec("pairs", "continuous, ordinal")],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "-1 to 1"),
            new OutputSpec("std_error", OutputShape.Scalar, "maximum likelihood only"),
            new OutputSpec("n", OutputShape.Scalar, "pairs used"),
        ],
        ContinuousOrdinalPairs.Read,
        PolyserialCorrelation.Estimate);
}
