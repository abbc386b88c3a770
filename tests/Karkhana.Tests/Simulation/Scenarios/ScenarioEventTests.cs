using Karkhana.Core.Kernels;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Scenarios;

public sealed class ScenarioEventTests
{
    private static readonly ClusterParameters Quiet = new() { EntryConstant = -50, DemandSpread = 0, FrontierGrowth = 0 };

    [Fact]
    public void Demand_grows_and_collapses_as_the_scenario_says()
    {
        DemandPath path = new() { Start = 2 };

        path.FactorAt(1).ShouldBe(1);
        path.FactorAt(2).ShouldBe(1.08, 1e-12);
        path.FactorAt(21).ShouldBe(Math.Pow(1.08, 20), 1e-9);
        path.FactorAt(25).ShouldBe(Math.Pow(1.08, 20) * Math.Sqrt(0.4), 1e-9); // four of eight quarters
        path.FactorAt(29).ShouldBe(Math.Pow(1.08, 20) * 0.4, 1e-9);
        path.FactorAt(60).ShouldBe(path.FactorAt(29));
    }

    [Fact]
    public void Sales_follow_demand()
    {
        double Sales(IReadOnlyList<ScenarioEvent> events) => Sums.Sum(After(events, 1).Firms.Revenue);

        (Sales([new DemandPath { Growth = 1.5 }]) / Sales([])).ShouldBe(1.5, 1e-9);
    }

    [Fact]
    public void Makers_below_the_asked_quality_lose_half_of_their_sales_and_the_others_none()
    {
        ClusterRun plain = After([], 1);
        ClusterRun shock = After([new QualityShock { Capability = 0.3 }], 1);

        (int below, int above) = (0, 0);
        for (int slot = 0; slot < 40; slot++)
        {
            bool good = plain.Firms.Quality[slot] >= 1.3;
            (below, above) = (below + (good ? 0 : 1), above + (good ? 1 : 0));
            (shock.Firms.Revenue[slot] / plain.Firms.Revenue[slot]).ShouldBe(good ? 1 : 0.5, 1e-12);
        }

        Math.Min(below, above).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Imports_take_their_share_from_all_makers()
    {
        ClusterRun plain = After([], 1);
        ClusterRun open = After([new ImportCompetition()], 1);

        double[] ratios = [.. Enumerable.Range(0, 40).Select(slot => open.Firms.MarketShare[slot] / plain.Firms.MarketShare[slot])];
        ratios.ShouldAllBe(ratio => Math.Abs(ratio - ratios[0]) < 1e-9 && ratio < 0.9);
    }

    [Fact]
    public void Power_comes_back_after_the_crisis()
    {
        ClusterRun during = After([new PowerCrisis { Start = 1, Quarters = 3 }], 4);
        ClusterRun after = After([new PowerCrisis { Start = 1, Quarters = 3 }], 5);

        during.Mechanisms.Uptime[0].ShouldBe(0.7, 1e-12);
        after.Mechanisms.Uptime[0].ShouldBe(1, 1e-12);
        during.World.Uptime.ShouldBe(0.7, 1e-12);
    }

    [Fact]
    public void A_fifth_of_absorptive_capacity_is_gone_after_the_emigration()
    {
        double[] before = [.. After([], 1).Mechanisms.StartAbsorptiveCapacity.Take(40)];
        ClusterRun after = After([new SkilledEmigration()], 6);

        Enumerable.Range(0, 40).ShouldAllBe(slot => Math.Abs(after.Mechanisms.StartAbsorptiveCapacity[slot] - (0.8 * before[slot])) < 1e-12);
        MeanCapability(After([new SkilledEmigration()], 4)).ShouldBeLessThan(MeanCapability(After([], 4)));
    }

    [Fact]
    public void Ties_outside_are_lost_and_the_drag_of_distance_doubles()
    {
        ClusterRun all = After([new ClosureOfTies { OutsideLost = 1 }], 1);
        ClusterRun none = After([new ClosureOfTies { OutsideLost = 0 }], 1);

        all.Ties.Outside.Sum().ShouldBe(0);
        none.Ties.Outside.Sum().ShouldBe(8);
        all.Parameters.PartnerDistanceWeight.ShouldBe(2 * Quiet.PartnerDistanceWeight);
        all.Parameters.PartnerStageWeight.ShouldBe(2 * Quiet.PartnerStageWeight);
    }

    [Fact]
    public void A_jump_of_technology_raises_the_frontier_and_the_least_effort()
    {
        ClusterRun plain = After([], 1);
        ClusterRun jump = After([new TechnologyJump()], 1);

        jump.World.Frontier[0].ShouldBe(1.3 * plain.World.Frontier[0], 1e-12);
        jump.Mechanisms.LeastEffort[3].ShouldBe(3 * plain.Mechanisms.LeastEffort[3], 1e-12);
    }

    [Fact]
    public void Dispersal_moves_about_its_share_of_firms_within_the_old_bounds()
    {
        ClusterRun plain = After([], 1);
        ClusterRun moved = After([new Dispersal()], 1);
        int[] those = [.. Enumerable.Range(0, 40).Where(slot => moved.Firms.X[slot] != plain.Firms.X[slot])];

        those.Length.ShouldBeInRange(5, 20); // binomial, mean 12, standard deviation 2.9
        those.ShouldAllBe(slot => !moved.Firms.Clustered[slot] && moved.Firms.X[slot] >= plain.Firms.X.Take(40).Min() && moved.Firms.X[slot] <= plain.Firms.X.Take(40).Max());
        Enumerable.Range(0, moved.Ties.Count).ShouldAllBe(tie =>
            moved.Ties.Distance[tie] == moved.Firms.DistanceBetween(moved.Ties.From[tie], moved.Ties.To[tie]));
    }

    [Fact]
    public void Every_scenario_runs_and_begins_after_the_burn_in()
    {
        ClusterPopulation population = SmallClusters.Of(30, functions: 6, products: 2);
        SimulationOptions options = new() { BurnIn = 4, Horizon = 40, CheckInvariants = true };
        ClusterPanel plain = ClusterLearningModel.Simulate(population, options: options, cancellationToken: TestContext.Current.CancellationToken);

        foreach (WorldScenario scenario in ScenarioLibrary.Default().Scenarios)
        {
            ClusterPanel panel = ClusterLearningModel.Simulate(
                population, options: options, scenario: scenario.ToScenario(), cancellationToken: TestContext.Current.CancellationToken);
            panel.Scenario.ShouldBe(scenario.Id);
            panel.Quarters.Take(4).Select(quarter => quarter.All.MeanCapability).ShouldBe(plain.Quarters.Take(4).Select(quarter => quarter.All.MeanCapability));
            bool same = panel.Quarters[^1].All.MeanCash.Equals(plain.Quarters[^1].All.MeanCash);
            same.ShouldBe(scenario.Id == ScenarioLibrary.Baseline, scenario.Id);
        }
    }

    private static ClusterRun After(IReadOnlyList<ScenarioEvent> events, int quarters)
    {
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(40), Quiet);
        run.Events = events;
        return run.Ticks(quarters);
    }

    private static double MeanCapability(ClusterRun run) => Enumerable.Range(0, 40).Average(run.Firms.MeanCapability);
}
