using CsCheck;
using Karkhana.Methods.Experiments;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.BenchmarkModels;

public sealed class SchumpeterianCompetitionTests
{
    private static readonly SchumpeterianCompetitionOptions WithoutDraws = new()
    {
        InnovationSuccess = 0,
        ImitationSuccess = 0,
        EntryTries = 0,
        ExitAfter = 1000,
        Periods = 25,
        Runs = 2,
    };

    [Fact]
    public void The_first_period_has_the_digits_of_the_framework()
    {
        IndustryState industry = new(new SchumpeterianCompetitionOptions().EqualFirms(), new(), run: 0);

        industry.Productivity[0].ShouldBe(1.173510871, 5e-10);
        industry.Market.Price.ShouldBe(0.146094252, 5e-10);
        (industry.Market.Price * industry.Productivity[0]).ShouldBe(0.171443193, 5e-10);
        industry.Market.ProfitRate(0).ShouldBe(-0.010076807, 5e-10);
        NelsonWinterMarket.Markup(industry.Market.Share(0), 1).ShouldBe(1.071428571, 5e-10);
        industry.Market.DesiredInvestment(0).ShouldBe(0.030085288, 5e-10);
        industry.InnovationProbability(0).ShouldBe(0.125178, 5e-7);
        industry.ImitationProbability(0).ShouldBe(0.062284, 5e-7);
        (8 * industry.InnovationProbability(0)).ShouldBe(1.001425, 5e-7);
    }

    [Fact]
    public void Innovations_and_imitations_come_as_often_as_they_should()
    {
        BenchmarkRuns runs = Simulate(null, new() { Periods = 1, Runs = 4000 });

        runs["innovations"].Points[1].ShouldLieWithinErrors(1.001425);
        runs["imitations"].Points[1].ShouldLieWithinErrors(8 * 0.062284);
        runs["entries"].Points[1].ShouldLieWithinErrors(5 * (0.1 + (2.5 * -0.010076807)));
        runs["innovations"].Means[0].ShouldBe(0);
        runs["number_equivalent"].Means[0].ShouldBe(8, 1e-12);
        runs["largest_four"].Means[0].ShouldBe(0.5, 1e-14);
    }

    [Fact]
    public void Without_draws_the_path_is_that_of_the_measure() => Gen.Select(
        Gen.Double[0.9, 1.4].Array[4], Gen.Double[20, 120].Array[4], Gen.Double[0, 3]).Sample((productivity, capital, response) =>
        {
            IndustryFirms firms = new(productivity, capital);
            SchumpeterianCompetitionOptions options = WithoutDraws with { SupplyResponse = response };
            BenchmarkRuns runs = Simulate(firms, options);
            NelsonWinterIndustryResult path = NelsonWinterIndustry.Estimate(
                firms,
                new()
                {
                    Cost = 0.16,
                    Demand = 67,
                    DemandGrowth = 0.01,
                    Steps = 25,
                    SupplyResponse = response,
                    ResearchCost = 0.0205 + 0.00102,
                },
                cancellationToken: TestContext.Current.CancellationToken);
            return Bits.Close(runs["price"].Means, [.. path.Periods.Select(period => period.Price)], relative: 1e-13)
                && Bits.Close(runs["output"].Means, [.. path.Periods.Select(period => period.Output)], relative: 1e-13)
                && Bits.Close(runs["capital"].Means, [.. path.Periods.Select(period => period.Capital.Sum())], relative: 1e-13)
                && runs["price"].Points.All(point => point.StdError == 0);
        }, iter: 20);

    [Fact]
    public void Capital_is_near_what_demand_over_cost_and_mark_up_says_when_research_costs_nothing()
    {
        BenchmarkRuns runs = Simulate(null, WithoutDraws with { InnovationSpending = 0, ImitationSpending = 0, DemandGrowth = 0, Periods = 200, Capital = 300 });

        runs["capital"].Means[^1].ShouldBe(67 / (0.16 * 15 / 14), 1e-6); // 390.8333
        runs["mean_profit"].Means[^1].ShouldBe(0.16 / 14, 1e-9);
    }

    [Fact]
    public void Enough_firms_stay_and_those_who_lose_leave()
    {
        SchumpeterianCompetitionOptions shrinking = new() { EntryTries = 0, DemandGrowth = -0.05, Periods = 60, Runs = 30, Firms = 12 };
        BenchmarkRuns runs = Simulate(null, shrinking);

        runs["firms"].Points.ShouldAllBe(point => point.RunLow >= 3 && point.RunHigh <= 12);
        runs["firms"].Means[^1].ShouldBe(3, 1e-12);
        runs["exits"].Means.Sum().ShouldBe(9, 1e-12);
        runs["firms"].Means.Zip(runs["firms"].Means.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First);
        Simulate(null, shrinking with { ExitAfter = 1000 })["firms"].Means.ShouldAllBe(firms => firms == 12);
    }

    [Fact]
    public void Firms_change_by_those_who_enter_and_leave()
    {
        BenchmarkRuns runs = Simulate(null, new() { Runs = 50, Periods = 40 });

        double[] expected = [.. Enumerable.Range(1, 40).Select(time => runs["firms"].Means[time - 1] + runs["entries"].Means[time] - runs["exits"].Means[time])];
        Bits.Close([.. runs["firms"].Means.Skip(1)], expected, relative: 1e-12).ShouldBeTrue();
        runs["best_productivity"].Means.Zip(runs["mean_productivity"].Means).ShouldAllBe(pair => pair.First >= pair.Second);
        runs["mean_productivity"].Means[^1].ShouldBeGreaterThan(runs["mean_productivity"].Means[0]);
    }

    [Fact]
    public void Tries_at_entry_that_fail_shift_no_other_draw()
    {
        SchumpeterianCompetitionOptions options = new() { Runs = 5, Periods = 30, EntryTries = 0 };

        Simulate(null, options with { EntryTries = 5, EntryBase = 0, EntrySlope = 0 }).ShouldBeTheRunsOf(Simulate(null, options));
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        SchumpeterianCompetitionOptions options = new() { Runs = 9, Periods = 20 };
        BenchmarkRuns one = SchumpeterianCompetition.Simulate(null, options, new() { Workers = 1 }, TestContext.Current.CancellationToken);

        SchumpeterianCompetition.Simulate(null, options, new() { Workers = 3 }, TestContext.Current.CancellationToken).ShouldBeTheRunsOf(one);
        Simulate(null, options with { Seed = 5 })["price"].Means[^1].ShouldNotBe(one["price"].Means[^1]);
        one.Provenance.Options.ShouldContain("entrant_size = 0.25");
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Simulate(new IndustryFirms([1], [0]), new()));
        Should.Throw<ArgumentException>(() => Simulate(new IndustryFirms([1, -1], [1, 1]), new()));
        Should.Throw<ArgumentException>(() => new SchumpeterianCompetitionOptions { Periods = 501 });
        Should.Throw<ArgumentException>(() => new SchumpeterianCompetitionOptions { EntrantSize = 0 });
        Should.Throw<ArgumentException>(() => new SchumpeterianCompetitionOptions { LeastFirms = 0 });
    }

    private static BenchmarkRuns Simulate(IndustryFirms? firms, SchumpeterianCompetitionOptions options) =>
        SchumpeterianCompetition.Simulate(firms, options, cancellationToken: TestContext.Current.CancellationToken);
}
