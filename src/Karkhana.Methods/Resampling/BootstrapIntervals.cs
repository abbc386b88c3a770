using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods;

/// <summary>Bootstrap errors and percentile intervals of several numbers.</summary>
/// <param name="StandardErrors">The standard deviations of the replicates; NaN without a bootstrap.</param>
/// <param name="Low">The lower limits.</param>
/// <param name="High">The upper limits.</param>
/// <param name="Lost">The replicates in which the numbers are not defined.</param>
internal sealed record BootstrapIntervals(double[] StandardErrors, double[] Low, double[] High, int Lost)
{
    /// <summary>Takes the intervals from replicates, of which those that begin with NaN are left out.</summary>
    /// <param name="bootstrap">A row per sample, or null without a bootstrap.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="confidence">The coverage.</param>
    public static BootstrapIntervals Of(ReplicateRows? bootstrap, int count, double confidence)
    {
        double[][] drawn = [.. Enumerable.Range(0, count).Select(
            place => bootstrap is null ? [] : bootstrap.Column(place).Where(double.IsFinite).ToArray())];
        PercentileInterval[] intervals = [.. drawn.Select(own => PercentileInterval.Of(own, confidence))];
        return new BootstrapIntervals(
            [.. drawn.Select(own => own.Length < 2 ? double.NaN : Math.Sqrt(Sums.Variance(own)))],
            [.. intervals.Select(interval => interval.Low)],
            [.. intervals.Select(interval => interval.High)],
            bootstrap is null ? 0 : bootstrap.Column(0).Count(double.IsNaN));
    }
}
