using System.Collections.Concurrent;
using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

public sealed class ScenarioResumeTests
{
    private static readonly ClusterScenario[] Scenarios =
    [
        ClusterScenario.Baseline,
        ClusterScenario.Of(PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.2)) with { TakeUp = new TakeUp { Constant = 0 } }),
        new ClusterScenario { Id = "shock", Events = [new QualityShock { Start = 2 }] },
    ];

    private static readonly ScenarioRunOptions Options = new() { Replicates = 6, Simulation = Full(8) };

    [Fact]
    public void A_stopped_run_goes_on_from_what_was_kept_with_the_same_bits()
    {
        IReadOnlyList<ScenarioRun> whole = AllRuns(Cluster(), Scenarios, [new()], Options);
        MemoryStore store = new(3);
        using CancellationTokenSource stop = new();
        store.Full = stop.Cancel;
        Should.Throw<OperationCanceledException>(() => ScenarioRuns.Run(
            Cluster(), Scenarios, [new()], Options, new ExecutionOptions { Workers = 1, Store = store }, stop.Token));
        store.Kept.ShouldBe(3);

        IReadOnlyList<ScenarioRun> resumed = AllRuns(Cluster(), Scenarios, [new()], Options, new ExecutionOptions { Workers = 2, Store = store });

        store.Found.ShouldBe(3);
        store.Kept.ShouldBe(6);
        for (int scenario = 0; scenario < Scenarios.Length; scenario++)
        {
            Bits.Same(resumed[scenario].Outcomes.Rows.Values, whole[scenario].Outcomes.Rows.Values).ShouldBeTrue();
            Bits.Same(resumed[scenario].MeanCapability.Values, whole[scenario].MeanCapability.Values).ShouldBeTrue();
        }
    }

    [Fact]
    public void What_runs_depend_on_is_part_of_their_name_and_more_replicates_use_those_that_are_there()
    {
        MemoryStore store = new(int.MaxValue);
        ExecutionOptions kept = new() { Workers = 1, Store = store };
        AllRuns(Cluster(), Scenarios, [new()], Options with { Replicates = 1 }, kept);
        ClusterScenario[] other = [Scenarios[0], Scenarios[1], Scenarios[2] with { Events = [new QualityShock { Start = 3 }] }];
        ClusterScenario[] dose = [Scenarios[0], ClusterScenario.Of(PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.3)) with { TakeUp = new TakeUp { Constant = 0 } }), Scenarios[2]];
        AllRuns(Cluster(), other, [new()], Options with { Replicates = 1 }, kept);
        AllRuns(Cluster(), dose, [new()], Options with { Replicates = 1 }, kept);
        AllRuns(Cluster(), Scenarios, [new() { InteractiveRate = 0.02 }], Options with { Replicates = 1 }, kept);
        AllRuns(Cluster(4), Scenarios, [new()], Options with { Replicates = 1 }, kept);
        AllRuns(Cluster(), Scenarios, [new()], Options with { Replicates = 1, Simulation = Options.Simulation with { Seed = 7 } }, kept);
        store.Found.ShouldBe(0);

        AllRuns(Cluster(), Scenarios, [new()], Options with { Replicates = 2 }, kept);
        store.Found.ShouldBe(1);
    }

    [Fact]
    public void Runs_whose_parameters_a_function_changes_are_not_kept()
    {
        MemoryStore store = new(int.MaxValue);
        AllRuns(
            Cluster(), [.. Scenarios, new ClusterScenario { Id = "fast", Parameters = parameters => parameters with { InteractiveRate = 0.1 } }], [new()],
            Options with { Replicates = 2 }, new ExecutionOptions { Store = store });

        store.Kept.ShouldBe(0);
    }

    [Fact]
    public void Runs_record_the_firms_behind_each_group()
    {
        ScenarioRun run = AllRuns(Cluster(), Scenarios, [new()], Options)[1];

        for (int replicate = 0; replicate < 6; replicate++)
        {
            double groups = new[] { "clustered", "dispersed" }.Sum(
                group => run.Outcomes.Values(OutcomeNames.Of(OutcomeNames.GroupFirms, "location", group))[replicate]);
            groups.ShouldBeGreaterThan(0);
            new[] { "1-9", "10-49", "50-249", "250+" }.Sum(
                group => run.Outcomes.Values(OutcomeNames.Of(OutcomeNames.GroupFirms, "size", group))[replicate]).ShouldBe(groups);
            double untreated = new[] { "treated", "none" }.Sum(
                group => run.Outcomes.Values(OutcomeNames.Of(OutcomeNames.UntreatedFirms, "ties", group))[replicate]);
            untreated.ShouldBeLessThanOrEqualTo(groups - run.Outcomes.Values(OutcomeNames.TreatedFirms)[replicate]);
        }
    }

    [Fact]
    public void Firms_are_told_by_the_ties_they_had_when_policies_began()
    {
        IReadOnlyList<ScenarioRun> runs = AllRuns(Cluster(), Scenarios, [new()], Options);
        ClusterRun run = new(ClusterStart.Of(Cluster(), minimal: false), Options.Simulation);
        Trajectory.BurnIn(run, new ClusterParameters(), 0, null, TestContext.Current.CancellationToken);
        OutcomeStart seen = new OutcomeRow(run.Start).See(run);
        int tied = seen.Alive.Count(slot => seen.PartnersOf(slot).Length > 0);

        Trajectory.Enter(run, Scenarios[1]);
        Trajectory.Continue(run, Options.Simulation.Horizon, null, TestContext.Current.CancellationToken);
        run.Ties.First.ShouldNotBe(seen.FirstPartner); // ties moved on
        seen.Alive.Count(slot => seen.PartnersOf(slot).Length > 0).ShouldBe(tied); // what was seen did not

        double expected = seen.Alive.Count(slot => run.Firms.Alive[slot] && !Treated(slot) && seen.PartnersOf(slot).ToArray().Any(Treated));
        runs[1].Outcomes.Values(OutcomeNames.Of(OutcomeNames.UntreatedFirms, "ties", "treated"))[0].ShouldBeInRange(Math.Max(0, expected - 2), expected); // less those that left with nothing done

        bool Treated(int slot) => run.Interventions.Any(state => state.Treated(slot));
    }

    private sealed class MemoryStore(int most) : IBlockStore
    {
        private readonly ConcurrentDictionary<(string, int), byte[]> _blocks = new();
        private int _found;

        public int Kept => _blocks.Count;

        public int Found => _found;

        public Action? Full { get; set; }

        public byte[]? Find(string job, ReplicateRange range)
        {
            byte[]? block = _blocks.GetValueOrDefault((job, range.First));
            _found += block is null ? 0 : 1;
            return block;
        }

        public void Keep(string job, ReplicateRange range, ReadOnlySpan<byte> block)
        {
            _blocks[(job, range.First)] = block.ToArray();
            if (_blocks.Count == most)
            {
                Full?.Invoke();
            }
        }
    }
}
