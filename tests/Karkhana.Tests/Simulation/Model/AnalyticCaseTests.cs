using Karkhana.Core.Exchange;
using Karkhana.Core.Policies;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>The analytic cases T1 to T8 and T18 of framework 5.9, in minimal mode.</summary>
public sealed class AnalyticCaseTests
{
    [Fact]
    public void T1_constant_effort_leads_to_its_fixed_point()
    {
        ClusterParameters parameters = Alone with // S = c = 1 binds: e = 1
        {
            BaseEffectiveness = 0.2,
            Depreciation = 0.05,
            SlackAtTenWorkers = 1,
            BaseIncentive = 1e9,
        };
        ClusterPanel panel = Simulated(Of(Firm(0, 0.1)), parameters, Minimal(200));

        panel.Quarters[8].All.MeanCapability.ShouldBe(0.72992096, tolerance: 5e-9);
        for (int quarter = 0; quarter <= 20; quarter++)
        {
            double expected = 0.8 + (Math.Pow(0.75, quarter) * (0.1 - 0.8));
            panel.Quarters[quarter].All.MeanCapability.ShouldBe(expected, tolerance: 1e-12);
        }

        panel.FirmsAtEnd[0].Effort.ShouldBe(1);
        panel.FirmsAtEnd[0].MeanCapability.ShouldBe(0.8, tolerance: 1e-12);
    }

    [Fact]
    public void T2_the_follower_closes_its_gap_and_the_leader_keeps_its_own()
    {
        ClusterParameters parameters = Alone with
        {
            BaseIncentive = 0,
            PassiveRate = 0.1,
            InflowWithoutAbsorption = 1,
            InflowWithAbsorption = 0,
        };
        ClusterPanel panel = Simulated(Of(Firm(0, 0.2), Firm(1, 0.8, 1)), parameters, Minimal(10));

        panel.FirmsAtEnd[0].MeanCapability.ShouldBe(0.5907929, tolerance: 5e-8);
        panel.FirmsAtEnd[0].MeanCapability.ShouldBe(0.8 - (Math.Pow(0.9, 10) * 0.6), tolerance: 1e-14);
        panel.FirmsAtEnd[1].MeanCapability.ShouldBe(0.8);
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(0.8, 1, 1, 1.4504965)]
    [InlineData(1, 1.2, 1, 1.3550919)]
    [InlineData(1, 1, 1.2, 1.3550919)]
    public void T3_interior_effort_has_the_digits_of_the_framework(double cost, double incentive, double effectiveness, double factor)
    {
        ClusterParameters parameters = Alone with
        {
            BaseCost = cost,
            BaseIncentive = 10 * incentive,
            BaseEffectiveness = 0.2 * effectiveness,
        };
        FirmSnapshot firm = Simulated(Of(Firm(0, 0.4)), parameters, Minimal(1)).FirmsAtEnd[0];

        double expected = Math.Pow(0.4 * 10 * incentive * 0.2 * effectiveness * 0.6 / cost, 1 / 0.6);
        firm.Effort.ShouldBe(expected, tolerance: 1e-9);
        firm.Effort.ShouldBe(0.294262822 * factor, tolerance: 2e-8);
        firm.Regime.ShouldBe(LearningRegime.Interior);
        (firm.MeanCapability - 0.4).ShouldBe(0.2 * effectiveness * 0.6 * Math.Pow(expected, 0.4), tolerance: 1e-9);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(1000)]
    public void T4_in_the_liquidity_regime_effort_is_what_can_be_paid_whatever_the_incentive(double incentive)
    {
        ClusterParameters parameters = Alone with
        {
            BaseEffectiveness = 0.2,
            SlackAtTenWorkers = 0.12,
            BaseCost = 1.5,
            BaseIncentive = incentive,
        };
        FirmSnapshot firm = Simulated(Of(Firm(0, 0.4)), parameters, Minimal(1)).FirmsAtEnd[0];

        firm.Regime.ShouldBe(LearningRegime.Liquidity);
        firm.Effort.ShouldBe(Math.Exp(Math.Log(0.12)) / Math.Exp(Math.Log(1.5))); // to the bit
        firm.Effort.ShouldBe(0.08, tolerance: 1e-15);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void T5_without_absorptive_capacity_nothing_comes_from_others(bool minimal)
    {
        ClusterPopulation cluster = Cluster();
        ClusterPopulation deaf = cluster with { Firms = [.. cluster.Firms.Select(firm => firm with { AbsorptiveCapacity = 0 })] };
        ClusterParameters parameters = new() { InflowWithoutAbsorption = 0, WorkerMobility = 0 };
        ClusterPanel panel = Simulated(deaf, parameters, Full() with { Minimal = minimal });

        panel.Quarters.ShouldAllBe(quarter => quarter.Interactive == 0 && quarter.Passive == 0 && quarter.Outside == 0);
        ClusterPanel heard = Simulated(cluster, parameters, Full() with { Minimal = minimal });
        heard.Quarters.Sum(quarter => quarter.Interactive).ShouldBeGreaterThan(0);
        heard.Quarters.Sum(quarter => quarter.Passive).ShouldBeGreaterThan(0);
        heard.Quarters.Sum(quarter => quarter.Outside).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void T6_firms_that_are_all_alike_stay_alike_and_learn_nothing_from_each_other()
    {
        ClusterFirm[] alike = [.. Enumerable.Range(0, 10).Select(agent => Firm(agent, 0.3))];
        ClusterTie[] ties = [.. Enumerable.Range(1, 9).Select(to => new ClusterTie(0, to, ClusterTieKind.Knowledge, 0.9))];
        ClusterPanel panel = Simulated(
            Of(alike) with { Ties = ties }, new ClusterParameters(), Minimal(60));

        panel.Quarters.ShouldAllBe(quarter => quarter.Passive == 0 && quarter.Interactive == 0);
        panel.FirmsAtEnd.Select(firm => firm.MeanCapability).Distinct().Count().ShouldBe(1);
        panel.FirmsAtEnd[0].MeanCapability.ShouldNotBe(0.3);
    }

    [Fact]
    public void T7_one_firm_and_firms_far_apart_learn_alone()
    {
        ClusterFirm[] far = [.. Enumerable.Range(0, 6).Select(agent => Firm(agent, 0.1 * (agent + 1), 1000 * agent))];
        ClusterPanel apart = Simulated(Of(far), new ClusterParameters(), Minimal(60));

        apart.Quarters.ShouldAllBe(quarter => quarter.Passive == 0 && quarter.Interactive == 0);
        for (int agent = 0; agent < far.Length; agent++)
        {
            ClusterPanel alone = Simulated(
                Of(far[agent] with { X = 0, Clustered = true }), new ClusterParameters(), Minimal(60));
            alone.FirmsAtEnd[0].MeanCapability.ShouldBe(apart.FirmsAtEnd[agent].MeanCapability); // clustered or dispersed
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void T8_the_order_of_the_rows_changes_no_bit(bool minimal)
    {
        ClusterPopulation cluster = Cluster();
        int count = cluster.Firms.Count;
        int[] order = [.. Enumerable.Range(0, count).OrderBy(row => row * 7919 % count)];
        ClusterPopulation shuffled = cluster with
        {
            Firms = [.. order.Select(row => cluster.Firms[row])],
            Ties = [.. cluster.Ties.Reverse().Select(tie => tie with { From = Array.IndexOf(order, tie.From), To = Array.IndexOf(order, tie.To) })],
        };
        ClusterScenario scenario = ClusterScenario.Of(
            PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.1)) with { SpilloverShare = 0.3, TakeUp = new TakeUp { Constant = 0 } });
        SimulationOptions options = Full() with { Minimal = minimal };

        double[] one = Numbers(Simulated(cluster, null, options, scenario));
        Bits.Same(one, Numbers(Simulated(shuffled, null, options, scenario))).ShouldBeTrue();
    }

    [Theory]
    [InlineData(DoseTarget.UnitCost, -1)]
    [InlineData(DoseTarget.Effectiveness, 1)]
    [InlineData(DoseTarget.Incentive, 1)]
    [InlineData(DoseTarget.Slack, 1)]
    public void T18_without_a_least_effort_every_firm_gains_or_keeps(DoseTarget target, int direction)
    {
        ClusterParameters parameters = new() { LeastScale = 0, LeakageStrength = 0 };
        ClusterPopulation cluster = Cluster(functions: 1);
        SimulationOptions options = new() { Minimal = true, BurnIn = 10, Horizon = 40 };
        double[] before = EndOf(0);
        foreach (double step in new[] { 0.05, 0.2, 0.6 })
        {
            double[] after = EndOf(direction * step);
            after.Zip(before).ShouldAllBe(pair => pair.First >= pair.Second - 1e-15);
            after.Zip(before).Any(pair => pair.First > pair.Second).ShouldBeTrue();
            before = after;
        }

        double[] EndOf(double amount) => [.. Simulated(
            cluster, parameters, options, ClusterScenario.Of(PolicyOf("dose", Log(target, amount)))).FirmsAtEnd.Select(firm => firm.MeanCapability)];
    }
}
