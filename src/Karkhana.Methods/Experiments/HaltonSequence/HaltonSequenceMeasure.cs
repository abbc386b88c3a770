using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The Halton sequence as a measure.</summary>
public static class HaltonSequenceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MeasureRequest, HaltonSequenceOptions, PointSequenceResult>(
        "experiments.halton-sequence",
        "Halton low-discrepancy points on the unit cube.",
        HaltonSequence.Source,
        [],
        PointSequenceResult.Outputs,
        request => request,
        (_, options, execution, cancellationToken) => HaltonSequence.Estimate(options, execution, cancellationToken));
}
