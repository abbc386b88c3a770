using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>Bootstrap errors and percentile intervals of paths, weights and loadings, one after another.</summary>
/// <param name="StandardErrors">The standard deviations of the replicates; NaN without a bootstrap.</param>
/// <param name="Low">The lower limits.</param>
/// <param name="High">The upper limits.</param>
internal sealed record CompositeIntervals(double[] StandardErrors, double[] Low, double[] High)
{
    public static double[] Numbers(CompositeModel model) => [.. model.Coefficients, .. model.Weights, .. model.Loadings];

    public static CompositeIntervals Of(CompositeModel model, ReplicateRows? bootstrap, double confidence)
    {
        int count = Numbers(model).Length;
        double[][] drawn = [.. Enumerable.Range(0, count).Select(
            place => bootstrap is null ? [] : bootstrap.Column(place).Where(double.IsFinite).ToArray())];
        PercentileInterval[] intervals = [.. drawn.Select(own => PercentileInterval.Of(own, confidence))];
        return new CompositeIntervals(
            [.. drawn.Select(own => own.Length < 2 ? double.NaN : Math.Sqrt(Sums.Variance(own)))],
            [.. intervals.Select(interval => interval.Low)],
            [.. intervals.Select(interval => interval.High)]);
    }
}
