using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.BenchmarkModels;

public sealed class UrnLocationTests
{
    [Fact]
    public void Two_regions_with_a_firm_each_end_with_any_split()
    {
        BenchmarkRuns runs = Simulate(new() { Entrants = 2000, Runs = 4000 });

        UrnLocation.PolyaVariance([1, 1], 0, double.PositiveInfinity).ShouldBe(1.0 / 12, 1e-15);
        runs["share"].Points[0].ShouldLieWithinErrors(0.5);
        runs["squared_change"].Points[0].ShouldLieWithinErrors(UrnLocation.PolyaVariance([1, 1], 0, 2000));
        runs["squared_change"].Means[0].ShouldBe(1.0 / 12, 0.004);
        runs["dominates"].Points[0].ShouldLieWithinErrors(0.1); // uniform: one run in ten above nine tenths
        runs["share"].Points[0].RunLow.ShouldBe(0.05, 0.015);
    }

    [Fact]
    public void Three_regions_have_a_third_each_on_average()
    {
        BenchmarkRuns runs = Simulate(new() { Start = [1, 1, 1], Entrants = 2000, Runs = 4000 });

        UrnLocation.PolyaVariance([1, 1, 1], 2, double.PositiveInfinity).ShouldBe(0.0556, 5e-5);
        for (int region = 0; region < 3; region++)
        {
            runs["share"].Points[region].ShouldLieWithinErrors(1.0 / 3);
            runs["squared_change"].Points[region].ShouldLieWithinErrors(UrnLocation.PolyaVariance([1, 1, 1], region, 2000));
        }
    }

    [Fact]
    public void A_head_start_is_kept_on_average_and_narrows_the_outcomes()
    {
        BenchmarkRuns runs = Simulate(new() { Start = [6, 2, 0], Entrants = 50, Runs = 20_000 });

        runs["share"].Points[0].ShouldLieWithinErrors(0.75);
        runs["squared_change"].Points[0].ShouldLieWithinErrors(UrnLocation.PolyaVariance([6, 2, 0], 0, 50));
        UrnLocation.PolyaVariance([6, 2, 0], 0, 50).ShouldBe(0.75 * 0.25 / 9 * 50 / 58, 1e-15);
        runs["share"].Means[2].ShouldBe(0); // nobody comes where nobody is
    }

    [Fact]
    public void Every_number_of_firms_is_as_likely_after_a_few_entrants()
    {
        // After 3 entrants region 1 has 1, 2, 3 or 4 of 5 firms, each with probability 1/4: mean square of the change (9 + 1 + 1 + 9)/4/100.
        BenchmarkRuns runs = Simulate(new() { Entrants = 3, Runs = 20_000 });

        runs["squared_change"].Points[0].ShouldLieWithinErrors(0.05);
        UrnLocation.PolyaVariance([1, 1], 0, 3).ShouldBe(0.05, 1e-15);
    }

    [Fact]
    public void Strong_attraction_leaves_one_region_and_none_evens_out()
    {
        BenchmarkRuns strong = Simulate(new() { Attraction = 2, Entrants = 2000, Runs = 500 });
        BenchmarkRuns none = Simulate(new() { Attraction = 0, Entrants = 2000, Runs = 2000 });

        (strong["dominates"].Means[0] + strong["dominates"].Means[1]).ShouldBeGreaterThan(0.9);
        none["squared_change"].Points[0].ShouldLieWithinErrors(0.25 * 2000 / Math.Pow(2002, 2));
        none["dominates"].Means.ShouldBe([0, 0]);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits_and_shares_add_up()
    {
        UrnLocationOptions options = new() { Start = [1, 2, 3], Entrants = 100, Runs = 9 };
        BenchmarkRuns one = UrnLocation.Simulate(options, new() { Workers = 1 }, TestContext.Current.CancellationToken);

        UrnLocation.Simulate(options, new() { Workers = 4 }, TestContext.Current.CancellationToken).ShouldBeTheRunsOf(one);
        one["share"].Means.Sum().ShouldBe(1, 1e-14);
        one.Axis.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Simulate(new() { Start = [1] })).Message.ShouldContain("two regions");
        Should.Throw<ArgumentException>(() => Simulate(new() { Start = [0, 0] })).Message.ShouldContain("all had none");
        Should.Throw<ArgumentException>(() => Simulate(new() { Start = [1, -1] })).Message.ShouldContain("-1");
        Should.Throw<ArgumentException>(() => Simulate(new() { Start = [1, 0], Attraction = -1 })).Message.ShouldContain("-1");
        Should.Throw<ArgumentException>(() => new UrnLocationOptions { Entrants = 0 });
    }

    private static BenchmarkRuns Simulate(UrnLocationOptions options) =>
        UrnLocation.Simulate(options, cancellationToken: TestContext.Current.CancellationToken);
}
