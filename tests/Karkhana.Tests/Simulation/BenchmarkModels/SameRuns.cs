using Karkhana.Simulation;
using Shouldly;

namespace Karkhana.Tests.Simulation.BenchmarkModels;

/// <summary>Compares the runs of benchmark models by their bits.</summary>
internal static class SameRuns
{
    public static void ShouldBeTheRunsOf(this BenchmarkRuns runs, BenchmarkRuns others)
    {
        Bits.Same(Numbers(runs), Numbers(others)).ShouldBeTrue();
    }

    public static double[] Numbers(BenchmarkRuns runs) =>
    [
        .. runs.Series.SelectMany(series => series.Points).SelectMany(
            point => new[] { point.Estimate, point.StdError, point.ConfLow, point.ConfHigh, point.RunLow, point.RunHigh }),
    ];

    public static void ShouldLieWithinErrors(this RunSummary point, double expected, double errors = 3) =>
        Math.Abs(point.Estimate - expected).ShouldBeLessThanOrEqualTo(errors * point.StdError, $"mean {point.Estimate}, expected {expected}");
}
