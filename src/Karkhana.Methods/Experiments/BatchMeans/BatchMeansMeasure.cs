using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Batch means as a measure.</summary>
public static class BatchMeansMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<OutputSeries, BatchMeansOptions, BatchMeansResult>(
        "experiments.batch-means",
        "Batch means confidence interval of a steady-state mean.",
        BatchMeans.Source,
        [new InputSpec("series", "value (outputs in time order)")],
        [
            new OutputSpec("mean", OutputShape.Scalar, "of the whole series"),
            new OutputSpec("std_error", OutputShape.Scalar, "of the mean, from the batches"),
            new OutputSpec("half_width", OutputShape.Scalar, "half of the width of the interval"),
            new OutputSpec("conf_low", OutputShape.Scalar, "lower limit of the mean"),
            new OutputSpec("conf_high", OutputShape.Scalar, "upper limit of the mean"),
            new OutputSpec("batch_correlation", OutputShape.Scalar, "of a batch mean with the next"),
            new OutputSpec("left_over", OutputShape.Scalar, "values after the last full batch"),
            new OutputSpec("batch", OutputShape.Vector, "from 1"),
            new OutputSpec("batch_mean", OutputShape.Vector, "by batch"),
        ],
        OutputSeries.Read,
        BatchMeans.Estimate);
}
