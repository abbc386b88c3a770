using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Ties;

public sealed class TiePhaseTests
{
    private static readonly ClusterParameters Quiet = new() { EntryConstant = -50, LossQuarters = 1000, TieFormation = 0, GroupProposals = 0 };

    [Fact]
    public void Advice_that_nobody_asks_for_fades_and_ends()
    {
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(20), Quiet with { GiftTrust = 1, TieDecayRate = 0.2 });
        int start = run.Ties.Count;
        int advice = Enumerable.Range(0, start).First(tie => run.Ties.Kind[tie] == ClusterTieKind.Knowledge);
        int goods = Enumerable.Range(0, start).First(tie => run.Ties.Kind[tie] == ClusterTieKind.Supply);
        (double ofAdvice, double ofGoods) = (run.Ties.Trust[advice], run.Ties.Trust[goods]);

        run.Ticks(1); // one function: no barter, and no trust of 1 for a gift
        run.Ties.Trust[advice].ShouldBe(ofAdvice * 0.8, 1e-12);
        run.Ties.Trust[goods].ShouldBe(ofGoods);
        run.Ticks(20);

        run.Ties.Count.ShouldBe(start - 6); // links outside, goods and given-out work are left
        start.ShouldBe(24);
        Enumerable.Range(0, run.Ties.Count).ShouldAllBe(tie => run.Ties.Kind[tie] != ClusterTieKind.Knowledge);
    }

    [Fact]
    public void Firms_meet_through_a_third_and_a_pair_has_one_tie()
    {
        ClusterRun run = SmallClusters.Run(
            SmallClusters.Of(20), Quiet with { TieFormation = 1, Ties = new TieParameters { NeighbourShare = 0 } });

        run.Ticks(1);

        (int From, int To)[] fresh = [.. New(run, 24)];
        fresh.ShouldNotBeEmpty();
        fresh.ShouldBeUnique();
        fresh.ShouldAllBe(pair => pair.From < pair.To && Ring(pair) == 2); // on a ring the partner of a partner stands two away
        Enumerable.Range(24, run.Ties.Count - 24).ShouldAllBe(tie => run.Ties.Kind[tie] == ClusterTieKind.Knowledge && run.Ties.Trust[tie] == 0.3);
    }

    [Fact]
    public void Neighbours_meet_more_often_the_nearer_they_are()
    {
        ClusterPopulation apart = SmallClusters.Of(40) with { Ties = [] };
        ClusterRun run = SmallClusters.Run(apart, Quiet with { TieFormation = 0.5, GeographicDecay = 0.2, Ties = new TieParameters { NeighbourShare = 1 } });

        run.Ticks(1);

        double[] within = [.. Enumerable.Range(0, run.Ties.Count).Where(tie => run.Ties.To[tie] < 20).Select(tie => run.Ties.Distance[tie])];
        double all = Enumerable.Range(0, 20).Average(one => Enumerable.Range(0, 20).Where(other => other != one).Average(other => run.Firms.DistanceBetween(one, other)));
        within.Length.ShouldBeGreaterThan(5);
        within.Average().ShouldBeLessThan(0.75 * all);
    }

    [Fact]
    public void Who_acts_together_may_begin_a_tie()
    {
        ClusterParameters parameters = Quiet with
        {
            TieFormation = 1,
            GroupProposals = 100,
            Ties = new TieParameters { NeighbourShare = 0, MostTies = 100 },
        };
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(20), parameters);
        HashSet<(int, int)> together = [];
        run.Ticks(1, now =>
        {
            for (int group = 0; group < now.Groups.Count; group++)
            {
                int[] members = [.. now.Groups.Members(group)];
                together.UnionWith(members.SelectMany(one => members.Where(other => other > one).Select(other => (one, other))));
            }
        });

        (int From, int To)[] fresh = [.. New(run, 24)];
        fresh.ShouldAllBe(pair => together.Contains(pair) || Ring(pair) == 2);
        fresh.ShouldContain(pair => together.Contains(pair) && Ring(pair) != 2);
    }

    [Fact]
    public void A_firm_with_many_ties_begins_no_more()
    {
        ClusterRun run = SmallClusters.Run(
            SmallClusters.Of(20), Quiet with { TieFormation = 1, Ties = new TieParameters { MostTies = 2 } });

        run.Ticks(1).Ties.Count.ShouldBe(24);
    }

    private static IEnumerable<(int From, int To)> New(ClusterRun run, int first) =>
        Enumerable.Range(first, run.Ties.Count - first).Select(tie => (run.Ties.From[tie], run.Ties.To[tie]));

    private static int Ring((int From, int To) pair) => Math.Min(pair.To - pair.From, 20 - (pair.To - pair.From));
}
