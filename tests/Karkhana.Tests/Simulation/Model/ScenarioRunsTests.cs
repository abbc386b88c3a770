using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

public sealed class ScenarioRunsTests
{
    private static readonly ClusterScenario[] Scenarios =
    [
        ClusterScenario.Baseline,
        ClusterScenario.Of(PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.2)) with { TakeUp = new TakeUp { Constant = 0 } }),
        new ClusterScenario { Id = "fast", Parameters = parameters => parameters with { InteractiveRate = 0.1 } },
    ];

    private static readonly ScenarioRunOptions Options = new() { Replicates = 5, Simulation = Full(8) };

    [Fact]
    public void Rows_are_those_of_single_runs_of_the_same_replicate()
    {
        ClusterPopulation cluster = Cluster();
        ClusterParameters[] draws = [new(), new() { InteractiveRate = 0.03 }];
        IReadOnlyList<ScenarioRun> runs = AllRuns(cluster, Scenarios, draws, Options);

        for (int replicate = 0; replicate < 5; replicate++)
        {
            for (int scenario = 0; scenario < Scenarios.Length; scenario++)
            {
                ClusterPanel panel = Simulated(
                    cluster, draws[replicate % 2], Options.Simulation, Scenarios[scenario], replicate);
                double[] path = runs[scenario].MeanCapability.Row(replicate).ToArray();
                path[0].ShouldBe(panel.Quarters[6].All.MeanCapability, tolerance: 1e-14);
                path[^1].ShouldBe(runs[scenario].Outcomes.Values(OutcomeNames.CapabilityMean)[replicate]);
                runs[scenario].Outcomes.Values(OutcomeNames.CapabilityMeanOfAll)[replicate].ShouldBe(panel.Quarters[^1].All.MeanCapability);
                runs[scenario].Outcomes.Values(OutcomeNames.FirmsAtStart)[replicate].ShouldBe(panel.FirmsAtStart.Count);
                Dictionary<int, double> end = panel.FirmsAtEnd.ToDictionary(firm => firm.Agent, firm => firm.MeanCapability);
                if (panel.FirmsAtStart.All(firm => end.ContainsKey(firm.Agent)))
                {
                    path[^1].ShouldBe(panel.FirmsAtStart.Average(firm => end[firm.Agent]), tolerance: 1e-12);
                }

                runs[scenario].Outcomes.Values(OutcomeNames.Cost)[replicate].ShouldBe(panel.Quarters[^1].PolicyCost);
                runs[scenario].Outcomes.Values(OutcomeNames.Firms)[replicate].ShouldBe(panel.FirmsAtEnd.Count);
            }
        }
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        IReadOnlyList<ScenarioRun> one = AllRuns(Cluster(), Scenarios, [new()], Options, new ExecutionOptions { Workers = 1 });
        IReadOnlyList<ScenarioRun> three = AllRuns(Cluster(), Scenarios, [new()], Options, new ExecutionOptions { Workers = 3 });

        for (int scenario = 0; scenario < one.Count; scenario++)
        {
            Bits.Same(one[scenario].Outcomes.Rows.Values, three[scenario].Outcomes.Rows.Values).ShouldBeTrue();
            Bits.Same(one[scenario].MeanCapability.Values, three[scenario].MeanCapability.Values).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_scenario_does_not_depend_on_the_others()
    {
        ScenarioRun alone = AllRuns(Cluster(), [Scenarios[1]], [new()], Options)[0];
        ScenarioRun among = AllRuns(Cluster(), Scenarios, [new()], Options)[1];

        Bits.Same(alone.Outcomes.Rows.Values, among.Outcomes.Rows.Values).ShouldBeTrue();
    }

    [Fact]
    public void Gains_are_told_against_the_same_firms_with_nothing_done()
    {
        IReadOnlyList<ScenarioRun> runs = AllRuns(Cluster(), Scenarios, [new()], Options with { Simulation = Full(8) with { Minimal = true } });
        ScenarioOutcomes baseline = runs[0].Outcomes;
        ScenarioOutcomes policy = runs[1].Outcomes;

        baseline.Values(OutcomeNames.UntreatedGain).ShouldAllBe(gain => gain == 0);
        baseline.Values(OutcomeNames.TreatedGain).ShouldAllBe(gain => double.IsNaN(gain));
        for (int replicate = 0; replicate < 5; replicate++)
        {
            double treated = policy.Values(OutcomeNames.TreatedFirms)[replicate];
            treated.ShouldBeInRange(8, 28);
            double gain = (treated * policy.Values(OutcomeNames.TreatedGain)[replicate])
                + ((36 - treated) * policy.Values(OutcomeNames.UntreatedGain)[replicate]);
            (gain / 36).ShouldBe(
                policy.Values(OutcomeNames.CapabilityMean)[replicate] - baseline.Values(OutcomeNames.CapabilityMean)[replicate], tolerance: 1e-12);
            gain.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void A_firm_that_comes_is_no_gain_of_those_that_were_there()
    {
        ClusterParameters alone = new() { LeakageStrength = 0, PassiveRate = 0, InteractiveRate = 0, WorkerMobility = 0, OutsideRate = 0 };
        ClusterScenario anchor = ClusterScenario.Of(new Intervention { Id = "P16", Title = "anchor", Anchors = [new AnchorFirm()] });
        IReadOnlyList<ScenarioRun> runs = AllRuns(
            Cluster(), [ClusterScenario.Baseline, anchor], [alone], Options with { Simulation = Full(8) with { Minimal = true } });
        double[] Change(string outcome) => [.. runs[1].Outcomes.Values(outcome).Zip(runs[0].Outcomes.Values(outcome), (with, without) => with - without)];

        Change(OutcomeNames.Firms).ShouldAllBe(change => change == 1);
        Change(OutcomeNames.FirmsAtStart).ShouldAllBe(change => change == 0);
        Change(OutcomeNames.CapabilityMean).ShouldAllBe(change => change == 0);
        Change(OutcomeNames.CapabilityMeanOfAll).ShouldAllBe(change => change > 0.001);
        Change("capability_mean[location=clustered]").ShouldAllBe(change => change == 0);
    }

    [Fact]
    public void A_cluster_that_dies_out_has_defined_outcomes()
    {
        ClusterScenario ruin = ClusterScenario.Of(PolicyOf("ruin", Level(DoseTarget.Demand, -1)));
        ScenarioOutcomes gone = AllRuns(
            Cluster(), [ClusterScenario.Baseline, ruin], [new() { EntryConstant = -50 }], Options with { Simulation = Full(40) })[1].Outcomes;

        gone.Values(OutcomeNames.Firms).ShouldAllBe(firms => firms == 0);
        gone.Values(OutcomeNames.Survival).ShouldAllBe(share => share == 0);
        gone.Values(OutcomeNames.CapabilityMeanOfAll).ShouldAllBe(mean => mean == 0);
        gone.Values(OutcomeNames.CapabilityMean).ShouldAllBe(mean => mean > 0.05 && mean < 1);
        gone.Values(OutcomeNames.FirmsAtStart).ShouldAllBe(firms => firms > 10);
        gone.Values(OutcomeNames.Effort).ShouldAllBe(effort => effort >= 0);
    }

    [Fact]
    public void A_firm_that_leaves_keeps_in_the_mean_what_it_had()
    {
        ClusterScenario ruin = ClusterScenario.Of(PolicyOf("ruin", Level(DoseTarget.Demand, -1)));
        ClusterParameters still = new() { EntryConstant = -50 };
        SimulationOptions options = Full(40) with { CheckInvariants = false };
        ScenarioRun run = AllRuns(Cluster(), [ruin], [still], new ScenarioRunOptions { Replicates = 1, Simulation = options })[0];
        ClusterPanel panel = Simulated(Cluster(), still, options, ruin);
        int lastQuarter = panel.Quarters.Where(quarter => quarter.All.Firms > 0).Max(quarter => quarter.Quarter);

        double[] path = run.MeanCapability.Row(0).ToArray();
        path[(lastQuarter + 1)..].Distinct().Count().ShouldBe(1); // nothing moves any more
        path[^1].ShouldBe(run.Outcomes.Values(OutcomeNames.CapabilityMean)[0]);
    }

    [Fact]
    public void Firms_are_told_by_the_roles_that_they_have_at_the_start_and_by_stage_only_if_they_differ()
    {
        ClusterPopulation cluster = Cluster();
        ClusterPopulation roles = cluster with
        {
            Firms = [.. cluster.Firms.Select((firm, i) => firm with { Role = i < 6 ? "technological_gatekeeper" : i < 20 ? "absorber" : "", Stage = FirmStage.Assembler })],
        };
        ScenarioOutcomes told = AllRuns(roles, [ClusterScenario.Baseline], [new()], Options)[0].Outcomes;
        ScenarioOutcomes plain = AllRuns(cluster, [ClusterScenario.Baseline], [new()], Options)[0].Outcomes;

        told.Values("group_firms[role=technological_gatekeeper]").ShouldAllBe(firms => firms <= 6 && firms > 0);
        told.Outcomes.ShouldContain("capability_mean[role=absorber]");
        told.Outcomes.ShouldNotContain(name => name.Contains("[stage="));
        plain.Outcomes.ShouldNotContain(name => name.Contains("[role="));
        plain.Outcomes.ShouldContain("capability_mean[stage=dealer]");
        Bits.Same(told.Values("capability_mean[size=1-9]"), plain.Values("capability_mean[size=1-9]")).ShouldBeFalse(); // stages pull partners
    }

    [Fact]
    public void Shares_of_regimes_sum_to_one_and_groups_to_all()
    {
        ScenarioOutcomes outcomes = AllRuns(Cluster(), Scenarios, [new()], Options)[1].Outcomes;
        double[] shares = [.. outcomes.Outcomes.Where(name => name.StartsWith("regime_share[", StringComparison.Ordinal)).Select(name => outcomes.Values(name)[0])];

        shares.Length.ShouldBe(4);
        shares.Sum().ShouldBe(1, tolerance: 1e-12);
        outcomes.Outcomes.ShouldBeUnique();
        outcomes.Outcomes.ShouldContain("capability_mean[size=1-9]");
        outcomes.Outcomes.ShouldContain("capability_mean[place=synthetic cluster]");
        outcomes.Outcomes.ShouldContain("capability_mean[regime=at_minimum]");
    }

    [Fact]
    public void Three_firms_tell_their_history()
    {
        IReadOnlyList<ScenarioRun> runs = AllRuns(Cluster(), Scenarios, [new()], Options);

        runs.ShouldAllBe(run => run.Histories.Count == 3);
        runs[0].Histories.Select(history => history.Agent).ShouldBe(runs[1].Histories.Select(history => history.Agent));
        runs[0].Histories.ShouldAllBe(history => history.Moments.Count >= 1 && history.Moments.Count <= 9);
    }

    [Fact]
    public void Nothing_to_run_and_two_of_one_id_are_refused()
    {
        Should.Throw<ArgumentException>(() => AllRuns(Cluster(), [], [new()])).Message.ShouldContain("at least one scenario");
        Should.Throw<ArgumentException>(() => AllRuns(Cluster(), Scenarios, [])).Message.ShouldContain("at least one draw");
        Should.Throw<ArgumentException>(() => AllRuns(Cluster(), [Scenarios[0], Scenarios[0]], [new()])).Message.ShouldContain("baseline came twice");
        Should.Throw<ArgumentException>(() => AllRuns(Cluster(), [ClusterScenario.Of(PolicyOf("P02") with { Start = 4, End = 4 })], [new()]))
            .Message.ShouldContain("P02 starts in quarter 4 and ends in 4");
        Should.Throw<ArgumentOutOfRangeException>(() => new ScenarioRunOptions { Replicates = 0 }).Message.ShouldContain("Replicates must lie in [1,");
    }

    [Fact]
    public void Cancellation_stops_within_a_quarter()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => ScenarioRuns.Run(Cluster(), Scenarios, [new()], Options, null, source.Token));
    }
}
