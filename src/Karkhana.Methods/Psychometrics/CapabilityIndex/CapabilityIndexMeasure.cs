using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The capability index as a measure.</summary>
public static class CapabilityIndexMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<FunctionScores, CapabilityIndexOptions, CapabilityIndexResult>(
        "psychometrics.capability-index",
        "Technological capability index over the functions of the capability matrix.",
        CapabilityIndex.Source,
        [new InputSpec("functions", "function, score (0..1), optional weight")],
        [new OutputSpec("index", OutputShape.Scalar, "0..1")],
        FunctionScores.Read,
        CapabilityIndex.Estimate);
}
