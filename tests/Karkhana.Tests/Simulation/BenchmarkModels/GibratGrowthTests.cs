using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.BenchmarkModels;

public sealed class GibratGrowthTests
{
    [Fact]
    public void The_spread_grows_by_the_variance_of_growth_and_the_slope_is_1()
    {
        GibratGrowthOptions options = new() { Firms = 200, Periods = 30, Runs = 400, StartDeviation = 0.3 };
        BenchmarkRuns runs = Simulate(options);

        foreach (int time in (int[])[0, 1, 10, 30])
        {
            GibratGrowth.ExpectedVariance(options, time).ShouldBe(0.09 + (time * 0.0025), 1e-14);
            runs["variance"].Points[time].ShouldLieWithinErrors(0.09 + (time * 0.0025));
        }

        foreach (int time in (int[])[1, 15, 30])
        {
            runs["slope"].Points[time].ShouldLieWithinErrors(1);
        }

        runs["slope"].Means[0].ShouldBe(double.NaN);
        runs["number_equivalent"].Points[30].ConfHigh.ShouldBeLessThan(runs["number_equivalent"].Points[0].ConfLow);
        runs["largest_four"].Points[30].ConfLow.ShouldBeGreaterThan(runs["largest_four"].Points[0].ConfHigh);
    }

    [Fact]
    public void Small_firms_that_grow_faster_hold_the_spread_together()
    {
        GibratGrowthOptions options = new() { Firms = 200, Periods = 40, Runs = 200, Persistence = 0.8, StartDeviation = 1 };
        BenchmarkRuns runs = Simulate(options);

        runs["slope"].Points[20].ShouldLieWithinErrors(0.8);
        runs["variance"].Points[5].ShouldLieWithinErrors(GibratGrowth.ExpectedVariance(options, 5));
        GibratGrowth.ExpectedVariance(options, 2).ShouldBe((0.4096 * 1) + (0.0025 * 1.64), 1e-14);
        GibratGrowth.ExpectedVariance(options, 400).ShouldBe(0.0025 / 0.36, 1e-12);
    }

    [Fact]
    public void Without_growth_nothing_changes()
    {
        BenchmarkRuns runs = Simulate(new() { Firms = 20, Periods = 5, Runs = 3, GrowthDeviation = 0 });

        runs["variance"].Means.ShouldAllBe(variance => variance == runs["variance"].Means[0]);
        runs["slope"].Means.Skip(1).ShouldAllBe(slope => slope == 1);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        GibratGrowthOptions options = new() { Firms = 20, Periods = 5, Runs = 9 };

        GibratGrowth.Simulate(options, new() { Workers = 4 }, TestContext.Current.CancellationToken)
            .ShouldBeTheRunsOf(GibratGrowth.Simulate(options, new() { Workers = 1 }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => new GibratGrowthOptions { Firms = 2 });
        Should.Throw<ArgumentException>(() => new GibratGrowthOptions { StartDeviation = 0 });
        Should.Throw<ArgumentException>(() => new GibratGrowthOptions { Persistence = double.NaN });
    }

    private static BenchmarkRuns Simulate(GibratGrowthOptions options) =>
        GibratGrowth.Simulate(options, cancellationToken: TestContext.Current.CancellationToken);
}
