using Karkhana.Core.Policies;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

public sealed class RunStateTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_snapshot_that_is_continued_gives_the_bits_of_the_run(bool minimal)
    {
        SimulationOptions options = Full() with { Minimal = minimal };
        ClusterStart start = ClusterStart.Of(Cluster(), minimal);
        ClusterRun run = new(start, options);
        Trajectory.BurnIn(run, new ClusterParameters(), 3, null, TestContext.Current.CancellationToken);
        Intervention policy = PolicyOf("P01", Level(DoseTarget.Trust, 0.2), Level(DoseTarget.JoinProbability, 0.1)) with
        {
            Delivery = new Delivery { CapacityPerPeriod = 3 },
            SpilloverShare = 0.2,
            HalfLife = 4,
            End = 8,
        };
        Trajectory.Enter(run, ClusterScenario.Of(policy));
        Trajectory.Continue(run, 5, null, TestContext.Current.CancellationToken);
        ClusterRun copy = new(start, options);
        copy.CopyFrom(run);
        ClusterRun second = new(start, options);
        second.CopyFrom(copy);

        Trajectory.Continue(run, 10, null, TestContext.Current.CancellationToken);
        Trajectory.Continue(second, 10, null, TestContext.Current.CancellationToken);
        Trajectory.Continue(copy, 10, null, TestContext.Current.CancellationToken);

        double[] expected = State(run);
        Bits.Same(expected, State(copy)).ShouldBeTrue();
        Bits.Same(expected, State(second)).ShouldBeTrue();
    }

    [Fact]
    public void A_run_that_is_used_again_begins_anew()
    {
        ClusterStart start = ClusterStart.Of(Cluster(), minimal: false);
        ClusterRun used = new(start, Full());
        Trajectory.BurnIn(used, new ClusterParameters { InteractiveRate = 0.1, GeographicReach = 5 }, 1, null, TestContext.Current.CancellationToken);
        Trajectory.Enter(used, ClusterScenario.Of(PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.5))));
        Trajectory.Continue(used, 6, null, TestContext.Current.CancellationToken);
        ClusterRun fresh = new(start, Full());

        Trajectory.BurnIn(used, new ClusterParameters(), 2, null, TestContext.Current.CancellationToken);
        Trajectory.BurnIn(fresh, new ClusterParameters(), 2, null, TestContext.Current.CancellationToken);
        Bits.Same(State(fresh), State(used)).ShouldBeTrue();
    }

    [Fact]
    public void A_run_that_is_used_again_with_other_parameters_begins_anew()
    {
        ParameterDraws draws = ParameterDraws.FromPrior(
            new([.. ModelParameter.All.Select(parameter => parameter.Prior)]), new ClusterParameters(), 200, 9);
        ClusterStart start = ClusterStart.Of(Cluster(), minimal: false);
        SimulationOptions options = Full() with { BurnIn = 9 };
        ClusterRun used = new(start, options);
        for (int draw = 0; draw < draws.Parameters.Count; draw++)
        {
            ClusterRun fresh = new(start, options);
            Trajectory.BurnIn(used, draws.Parameters[draw], draw, null, TestContext.Current.CancellationToken);
            Trajectory.BurnIn(fresh, draws.Parameters[draw], draw, null, TestContext.Current.CancellationToken);

            Bits.Same(State(fresh), State(used)).ShouldBeTrue($"draw {draw}");
            Bits.Same(ClusterObservables.Of(ModelSimulator.Observe(fresh)), ClusterObservables.Of(ModelSimulator.Observe(used))).ShouldBeTrue($"observables of draw {draw}");
        }
    }

    [Fact]
    public void Columns_grow_and_keep_what_they_hold()
    {
        FirmColumns firms = new(2, 6);
        for (int i = 0; i < 20; i++)
        {
            int slot = firms.Add();
            firms.Workers[slot] = i;
            firms.Capability[(slot * firms.Stride) + 5] = i / 20.0;
        }

        firms.Workers.Take(20).ShouldBe(Enumerable.Range(0, 20).Select(i => (double)i));
        firms.Capability[(19 * firms.Stride) + 5].ShouldBe(0.95);
        firms.MeanCapability(12).ShouldBe(0.1, tolerance: 1e-15);
        firms.Remove(12);
        (firms.AliveCount, firms.Count, firms.MeanCapability(12)).ShouldBe((19, 20, 0.0));
    }

    [Fact]
    public void Ties_are_seen_from_both_ends_and_drop_when_removed()
    {
        TieColumns ties = new();
        ties.Add(0, 1, ClusterTieKind.Supply, 0.5, 2);
        ties.Add(2, 1, ClusterTieKind.Knowledge, 0.7, 3);
        ties.Add(1, 1, ClusterTieKind.External, 0.5, 0);
        ties.Rebuild(3);

        ties.First.ShouldBe([0, 1, 3, 4]);
        ties.Partner.ShouldBe([1, 0, 2, 1]);
        ties.Outside.ShouldBe([0, 1, 0]);
        ties.Remove(0);
        ties.Commit(3);
        ties.First.ShouldBe([0, 0, 1, 2]);
        ties.Trust[ties.Tie[0]].ShouldBe(0.7);
        ties.Count.ShouldBe(2);
    }

    private static double[] State(ClusterRun run) =>
    [
        .. FirmSnapshot.Of(run).SelectMany(firm => firm.Capability.Concat([firm.Effort, firm.Cash, firm.Workers, firm.Profit, firm.Agent, firm.Ties])),
        .. run.Ties.Trust.Take(run.Ties.Count), .. run.World.LogDemand, .. run.World.Frontier,
        run.Interventions.Sum(state => state.Ledger.Cost), run.Interventions.Sum(state => state.Ledger.Firms),
    ];
}
