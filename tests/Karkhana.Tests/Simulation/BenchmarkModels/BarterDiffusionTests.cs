using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.BenchmarkModels;

public sealed class BarterDiffusionTests
{
    private static readonly Gen<(double[] First, double[] Second, double Alpha, BarterExchange Exchange)> Pairs =
        from categories in Gen.Int[1, 8]
        from first in Gen.Int[0, 10_000].Select(level => level / 1e3).Array[categories]
        from second in Gen.Int[0, 10_000].Select(level => level / 1e3).Array[categories]
        from alpha in Gen.Double[0.01, 1]
        from paired in Gen.Bool
        select (first, second, alpha, paired ? BarterExchange.Paired : BarterExchange.EveryGap);

    [Theory]
    [InlineData(BarterExchange.Paired)]
    [InlineData(BarterExchange.EveryGap)]
    public void The_trade_of_the_framework_has_its_digits(BarterExchange exchange)
    {
        (double[] v, double[] u) = ([6, 2, 4], [3, 5, 4]);

        Trade(v, u, 0.1, exchange).ShouldBeTrue();

        v.ShouldBe([6, 2.3, 4], 1e-15);
        u.ShouldBe([3.3, 5, 4], 1e-15);
    }

    [Fact]
    public void One_who_is_ahead_everywhere_teaches_nobody_and_the_similar_do_not_trade()
    {
        (double[] v, double[] u) = ([6, 5, 4], [3, 5, 4]);
        (double[] near, double[] other) = ([100, 1], [99.5, 9]);

        Trade(v, u, 0.1, BarterExchange.EveryGap).ShouldBeFalse();
        Trade(near, other, 0.1, BarterExchange.EveryGap, similarity: 0.01).ShouldBeFalse();
        Trade(near, other, 0.1, BarterExchange.EveryGap).ShouldBeTrue();
        v.ShouldBe([6, 5, 4]);
    }

    [Fact]
    public void Paired_trade_teaches_as_much_each_way_and_the_other_rule_all()
    {
        (double[] v, double[] u) = ([9, 9, 9, 1], [1, 1, 1, 9]);
        Trade(v, u, 1, BarterExchange.Paired);
        (u.Count(level => level == 9), v.Count(level => level == 9)).ShouldBe((2, 4));

        (v, u) = ([9, 9, 9, 1], [1, 1, 1, 9]);
        Trade(v, u, 1, BarterExchange.EveryGap);
        (u.Count(level => level == 9), v.Count(level => level == 9)).ShouldBe((4, 4));
    }

    [Fact]
    public void Both_gain_nobody_loses_and_nothing_new_arises() => Pairs.Sample(pair =>
    {
        (double[] v, double[] u) = ([.. pair.First], [.. pair.Second]);
        bool traded = Trade(v, u, pair.Alpha, pair.Exchange);
        bool coincidence = pair.First.Zip(pair.Second).Any(levels => levels.First > levels.Second)
            && pair.First.Zip(pair.Second).Any(levels => levels.First < levels.Second);
        bool gained = v.Sum() > pair.First.Sum() && u.Sum() > pair.Second.Sum();
        return traded == coincidence && (gained || !traded)
            && Enumerable.Range(0, v.Length).All(c => v[c] >= pair.First[c] && u[c] >= pair.Second[c]
                && Math.Max(v[c], u[c]) <= Math.Max(pair.First[c], pair.Second[c]) * (1 + 1e-15));
    });

    [Theory]
    [InlineData(BarterExchange.Paired)]
    [InlineData(BarterExchange.EveryGap)]
    public void On_a_complete_graph_the_best_levels_spread_while_both_can_gain_and_none_is_created(BarterExchange exchange)
    {
        BarterDiffusionOptions options = new()
        {
            Agents = 21,
            Degree = 20,
            Categories = 4,
            Experts = 4,
            Alpha = 1,
            Similarity = 0,
            Exchange = exchange,
            Rewiring = [0],
        };
        for (int run = 0; run < 20; run++)
        {
            BarterPopulation start = new(options, 0, run);
            BarterPopulation end = new(options, 0, run);

            end.Trade(TestContext.Current.CancellationToken).Rests.ShouldBeTrue();

            for (int category = 0; category < 4; category++)
            {
                double[] before = [.. Enumerable.Range(0, 21).Select(agent => start[agent][category])];
                double[] after = [.. Enumerable.Range(0, 21).Select(agent => end[agent][category])];
                after.Max().ShouldBe(before.Max());
                after.ShouldBeSubsetOf(before);
                after.Count(level => level == before.Max()).ShouldBeGreaterThan(1);
            }

            for (int agent = 0; agent < 21; agent++)
            {
                for (int other = 0; other < agent; other++)
                {
                    Trade(end[agent].ToArray(), end[other].ToArray(), 1, exchange).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public void Mean_knowledge_is_highest_at_intermediate_rewiring()
    {
        // Stylised fact SF5, on paired runs: the intervals of both differences lie above 0, and not by a hair.
        BenchmarkRuns runs = Simulate(new()
        {
            Agents = 200,
            Degree = 10,
            Categories = 5,
            Rewiring = [0, 0.15, 1],
            Runs = 40,
        });

        runs.Notes.ShouldBeEmpty();
        runs["mean_less_first"].Points[1].ConfLow.ShouldBeGreaterThan(1);
        runs["mean_less_last"].Points[1].ConfLow.ShouldBeGreaterThan(0.5);
        runs["variance"].Means[1].ShouldBeGreaterThan(runs["variance"].Means[0]);
        runs["coefficient_of_variation"].Points[1].ConfHigh.ShouldBeLessThan(runs["coefficient_of_variation"].Points[2].ConfLow);
    }

    [Fact]
    public void One_category_leaves_nothing_to_trade_whatever_the_network()
    {
        BenchmarkRuns runs = Simulate(new() { Categories = 1, Experts = 3, Rewiring = [0, 0.5, 1], Runs = 10 });

        runs["periods"].Means.ShouldBe([0, 0, 0]);
        runs["mean_less_first"].Means.ShouldBe([0, 0, 0]);
        runs["mean_knowledge"].Points[0].ShouldLieWithinErrors(((97 * 5) + (3 * 30)) / 100.0, 4);
    }

    [Fact]
    public void Agents_start_alike_on_every_network_and_some_are_experts()
    {
        BarterDiffusionOptions options = new() { Agents = 30, Experts = 12 };
        BarterPopulation ring = new(options, 0, 3);
        BarterPopulation random = new(options, 1, 3);

        for (int agent = 0; agent < 30; agent++)
        {
            random[agent].ToArray().ShouldBe(ring[agent].ToArray());
        }

        int[] inCategory = [.. Enumerable.Range(0, 10).Select(category => Enumerable.Range(0, 30).Count(agent => ring[agent][category] == 30))];
        inCategory.ShouldBe([2, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits_and_another_seed_others()
    {
        BarterDiffusionOptions options = new() { Agents = 40, Rewiring = [0, 0.2], Runs = 9 };
        BenchmarkRuns one = BarterDiffusion.Simulate(options, new() { Workers = 1 }, TestContext.Current.CancellationToken);

        BarterDiffusion.Simulate(options, new() { Workers = 4 }, TestContext.Current.CancellationToken).ShouldBeTheRunsOf(one);
        Simulate(options with { Seed = 1 })["mean_knowledge"].Means[0].ShouldNotBe(one["mean_knowledge"].Means[0]);
        one.ToTable().RowCount.ShouldBe(14);
        one.Provenance.Seed.ShouldBe(2003UL);
        Should.Throw<ArgumentException>(() => one["none"]).Message.ShouldContain("mean_knowledge");
    }

    [Fact]
    public void Runs_that_still_trade_are_told_about()
    {
        BenchmarkRuns runs = Simulate(new() { Similarity = 0, Rewiring = [0.1], Runs = 3, MostPeriods = 5 });

        runs.Notes.Select(note => note.Code).ShouldBe(["still-trading"]);
        runs["periods"].Means.ShouldBe([5]);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Simulate(new() { Agents = 4, Degree = 4 })).Message.ShouldContain("Degree");
        Should.Throw<ArgumentException>(() => Simulate(new() { Degree = 3 })).Message.ShouldContain("even");
        Should.Throw<ArgumentException>(() => Simulate(new() { Experts = 101 })).Message.ShouldContain("Experts");
        Should.Throw<ArgumentException>(() => Simulate(new() { Rewiring = [0.1, 1.1] })).Message.ShouldContain("1.1");
        Should.Throw<ArgumentException>(() => new BarterDiffusionOptions { Rewiring = [] });
        Should.Throw<ArgumentException>(() => new BarterDiffusionOptions { Alpha = 0 });
        Should.Throw<ArgumentException>(() => new BarterDiffusionOptions { Alpha = 1.1 });
        Should.Throw<ArgumentException>(() => new BarterDiffusionOptions { Runs = 1 });
    }

    private static bool Trade(double[] first, double[] second, double alpha, BarterExchange exchange, double similarity = 0) =>
        new BarterTrade(alpha, similarity, exchange, first.Length).TryTrade(first, second, new RandomStream(1, RandomPurpose.Example, 0));

    private static BenchmarkRuns Simulate(BarterDiffusionOptions options) =>
        BarterDiffusion.Simulate(options, cancellationToken: TestContext.Current.CancellationToken);
}
