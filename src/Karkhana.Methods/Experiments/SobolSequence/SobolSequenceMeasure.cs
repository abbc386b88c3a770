using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The Sobol sequence as a measure.</summary>
public static class SobolSequenceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MeasureRequest, SobolSequenceOptions, PointSequenceResult>(
        "experiments.sobol-sequence",
        "Sobol low-discrepancy points on the unit cube.",
        SobolSequence.Source,
        [],
        PointSequenceResult.Outputs,
        request => request,
        (_, options, execution, cancellationToken) => SobolSequence.Estimate(options, execution, cancellationToken));
}
