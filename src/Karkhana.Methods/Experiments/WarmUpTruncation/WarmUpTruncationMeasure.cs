using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The truncation of a warm-up as a measure.</summary>
public static class WarmUpTruncationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<OutputSeries, WarmUpTruncationOptions, WarmUpTruncationResult>(
        "experiments.warm-up-truncation",
        "MSER truncation point of a simulation series.",
        WarmUpTruncation.Source,
        [new InputSpec("series", "value (outputs in time order)")],
        [
            new OutputSpec("truncation", OutputShape.Scalar, "values to drop from the start"),
            new OutputSpec("statistic", OutputShape.Scalar, "least value of the criterion"),
            new OutputSpec("mean", OutputShape.Scalar, "of the values that are left"),
            new OutputSpec("dropped", OutputShape.Vector, "values dropped in each truncation that was tried"),
            new OutputSpec("criterion", OutputShape.Vector, "by dropped"),
        ],
        OutputSeries.Read,
        WarmUpTruncation.Estimate);
}
