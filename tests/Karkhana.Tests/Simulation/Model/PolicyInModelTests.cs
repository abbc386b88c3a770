using Karkhana.Core.Exchange;
using Karkhana.Core.Policies;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>What policies do to runs: nothing at zero dose (T15), and what the theory of regimes says (framework 4.2).</summary>
public sealed class PolicyInModelTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void T15_a_policy_of_zero_dose_gives_the_baseline_bit_for_bit(bool minimal)
    {
        SimulationOptions options = Full() with { Minimal = minimal };
        Dose[] nothing =
        [
            .. Enum.GetValues<DoseTarget>().SelectMany(target => new[] { Log(target, 0), Level(target, 0) }),
        ];
        Intervention policy = PolicyOf("P00", nothing) with
        {
            SpilloverShare = 0.5,
            HalfLife = 3,
            OnsetRamp = 2,
            Start = 2,
            End = 6,
            Delivery = new Delivery { Unit = DeliveryUnit.Group },
        };

        ClusterPanel baseline = Simulated(Cluster(), null, options);
        ClusterPanel treated = Simulated(Cluster(), null, options, ClusterScenario.Of(policy));
        Bits.Same(Numbers(baseline), Numbers(treated)).ShouldBeTrue();
        treated.Quarters[^1].Treated.ShouldBeGreaterThanOrEqualTo(36);
    }

    [Fact]
    public void In_a_population_held_back_by_money_an_incentive_changes_no_effort()
    {
        ClusterParameters parameters = new() { SlackAtTenWorkers = 0.01, LeastScale = 0, BaseIncentive = 1000 };

        double[] baseline = Efforts(parameters, LearningRegime.Liquidity);
        Bits.Same(baseline, Efforts(parameters, LearningRegime.Liquidity, Log(DoseTarget.Incentive, 0.3))).ShouldBeTrue();
        double[] slack = Efforts(parameters, LearningRegime.Liquidity, Log(DoseTarget.Slack, 0.3));
        slack.Zip(baseline).ShouldAllBe(pair => pair.First > pair.Second);
    }

    [Fact]
    public void In_a_population_in_the_interior_money_changes_no_effort()
    {
        ClusterParameters parameters = new() { SlackAtTenWorkers = 1000, LeastScale = 0 };

        double[] baseline = Efforts(parameters, LearningRegime.Interior);
        Bits.Same(baseline, Efforts(parameters, LearningRegime.Interior, Log(DoseTarget.Slack, 0.3))).ShouldBeTrue();
        double[] incentive = Efforts(parameters, LearningRegime.Interior, Log(DoseTarget.Incentive, 0.3));
        incentive.Zip(baseline).ShouldAllBe(pair => pair.First > pair.Second);
    }

    [Fact]
    public void A_policy_more_shifts_no_draw_of_others()
    {
        Intervention first = PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.1)) with
        {
            TakeUp = new TakeUp { Constant = 0 },
            NonDelivery = 0.3,
        };
        Intervention second = PolicyOf("P09", Log(DoseTarget.Slack, 0)) with { TakeUp = new TakeUp { Constant = 0 } };
        ClusterPanel alone = Simulated(Cluster(), null, Full(), ClusterScenario.Of(first));
        ClusterPanel both = Simulated(
            Cluster(), null, Full(), new ClusterScenario { Id = "both", Interventions = [second, first] });

        Bits.Same(Numbers(alone), Numbers(both)).ShouldBeTrue();
        both.Quarters[^1].Treated.ShouldBeGreaterThan(alone.Quarters[^1].Treated);
    }

    [Fact]
    public void A_firm_more_shifts_no_draw_of_others()
    {
        ClusterPopulation cluster = Cluster();
        ClusterFirm far = cluster.Firms[0] with { Agent = 9999, X = 5000, Exposures = [0.5] };
        ClusterPopulation larger = cluster with { Firms = [.. cluster.Firms, far] };
        ClusterScenario scenario = ClusterScenario.Of(
            PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.1)) with { TakeUp = new TakeUp { Constant = 0 }, NonDelivery = 0.2 });
        ClusterParameters parameters = new() { AbsorptionScale = 0 }; // the mean of γ moves with the firm, draws do not
        SimulationOptions options = Full() with { Minimal = true };

        FirmSnapshot[] without = [.. Simulated(cluster, parameters, options, scenario).FirmsAtEnd];
        FirmSnapshot[] with = [.. Simulated(larger, parameters, options, scenario).FirmsAtEnd];
        with.Length.ShouldBe(without.Length + 1);
        Bits.Same([.. with[..^1].Select(firm => firm.MeanCapability)], [.. without.Select(firm => firm.MeanCapability)]).ShouldBeTrue();
        with[..^1].Select(firm => firm.Treated).ShouldBe(without.Select(firm => firm.Treated));
    }

    [Fact]
    public void An_incentive_for_the_eligible_alone_reaches_no_one_else()
    {
        Intervention policy = PolicyOf("P11", Log(DoseTarget.Incentive, 0.2)) with { Eligibility = FirmCondition.Parse("size < 10") };
        ClusterPanel panel = Simulated(Cluster(), null, Full() with { Minimal = true }, ClusterScenario.Of(policy));

        panel.FirmsAtEnd.ShouldAllBe(firm => firm.Treated == (firm.Workers < 10));
        panel.FirmsAtEnd.Count(firm => firm.Treated).ShouldBeInRange(5, 30);
    }

    [Fact]
    public void The_ledger_is_the_worked_example_of_the_framework()
    {
        ClusterFirm[] firms = [.. Enumerable.Range(0, 60).Select(agent => Firm(agent, 0.2, agent % 6))];
        Intervention policy = PolicyOf("group", Log(DoseTarget.Effectiveness, 0.1)) with
        {
            Start = 4,
            End = 12,
            Delivery = new Delivery { Unit = DeliveryUnit.Group, GroupSize = 6 },
            Cost = new PolicyCost { Fixed = 20_000, PerFirm = 3_000, PerGroupPeriod = 900 },
        };
        ClusterPanel panel = Simulated(Of(firms), null, Minimal(20), ClusterScenario.Of(policy));

        panel.Quarters[^1].Treated.ShouldBe(60);
        panel.Quarters[^1].PolicyCost.ShouldBe(272_000);
        panel.Quarters[4].PolicyCost.ShouldBe(0);
    }

    [Fact]
    public void Capacity_limits_how_many_join_in_a_quarter()
    {
        Intervention policy = PolicyOf("P03", Log(DoseTarget.Effectiveness, 0.1)) with
        {
            Start = 1,
            Delivery = new Delivery { CapacityPerPeriod = 5 },
        };
        ClusterPanel panel = Simulated(Cluster(), null, Minimal(12), ClusterScenario.Of(policy));

        panel.Quarters.Select(quarter => quarter.Treated).ShouldBe([0, 0, 5, 10, 15, 20, 25, 30, 35, 36, 36, 36, 36]);
    }

    [Fact]
    public void The_share_of_a_dose_waits_rises_holds_and_halves()
    {
        InterventionState state = new(PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.1)) with
        {
            End = 10,
            OnsetLag = 2,
            OnsetRamp = 4,
            HalfLife = 5,
        });

        double[] shares = [.. new[] { 0, 1, 2, 3, 5, 9, 10, 15, 20 }.Select(quarter => state.Share(quarter, 0))];
        shares.ShouldBe([0, 0, 0.25, 0.5, 1, 1, 1, 0.5, 0.25]);
    }

    [Fact]
    public void The_largest_capture_their_share_of_the_places()
    {
        ClusterFirm[] firms = [.. Enumerable.Range(0, 40).Select(agent => Firm(agent, 0.2, agent) with { Workers = 1 + agent })];
        Intervention policy = PolicyOf("P05", Log(DoseTarget.Slack, 0.1)) with
        {
            CaptureShare = 0.5,
            Delivery = new Delivery { CapacityPerPeriod = 6 },
            End = 1,
        };
        ClusterPanel panel = Simulated(Of(firms), null, Minimal(2), ClusterScenario.Of(policy));

        FirmSnapshot[] treated = [.. panel.FirmsAtEnd.Where(firm => firm.Treated)];
        treated.Length.ShouldBe(6);
        treated.Count(firm => firm.Workers > 36).ShouldBe(3);
    }

    [Fact]
    public void Doses_spill_over_along_ties_to_those_who_do_not_take_part()
    {
        ClusterPopulation pair = Of(Firm(0, 0.2), Firm(1, 0.2), Firm(2, 0.2)) with
        {
            Ties = [new ClusterTie(0, 1, ClusterTieKind.Knowledge, 0.5)],
        };
        Intervention policy = PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.4)) with
        {
            SpilloverShare = 0.5,
            Eligibility = FirmCondition.Parse("ties > 0 && size > 10"),
        };
        ClusterPopulation sized = pair with { Firms = [pair.Firms[0] with { Workers = 20 }, pair.Firms[1], pair.Firms[2]] };
        double[] effort = [.. Simulated(
            sized, Alone, Minimal(1), ClusterScenario.Of(policy)).FirmsAtEnd.Select(firm => firm.Effort)];

        (effort[0] / effort[2]).ShouldBe(Math.Exp(0.4 / 0.6), tolerance: 1e-12);
        (effort[1] / effort[2]).ShouldBe(Math.Exp(0.2 / 0.6), tolerance: 1e-12);
    }

    [Fact]
    public void A_partner_receives_its_share_once_whatever_the_number_of_ties()
    {
        ClusterFirm[] firms = [Firm(0, 0.2) with { Workers = 20 }, Firm(1, 0.2), Firm(2, 0.2)];
        ClusterTie[] one = [new(0, 1, ClusterTieKind.Knowledge, 0.5)];
        ClusterTie[] four =
        [
            .. one, new(1, 0, ClusterTieKind.Knowledge, 0.5), new(0, 1, ClusterTieKind.Subcontract, 0.5), new(0, 1, ClusterTieKind.Kin, 0.5),
        ];
        Intervention policy = PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.4)) with
        {
            SpilloverShare = 0.3,
            Eligibility = FirmCondition.Parse("size > 10"),
        };
        double[] Effort(ClusterTie[] ties) => [.. Simulated(
            Of(firms) with { Ties = ties }, Alone, Minimal(1), ClusterScenario.Of(policy)).FirmsAtEnd.Select(firm => firm.Effort)];

        Bits.Same(Effort(one), Effort(four)).ShouldBeTrue();
        (Effort(four)[1] / Effort(four)[2]).ShouldBe(Math.Exp(0.12 / 0.6), tolerance: 1e-12);
    }

    [Fact]
    public void Partners_add_up_to_a_full_dose_at_most()
    {
        ClusterFirm[] firms = [.. Enumerable.Range(0, 5).Select(agent => Firm(agent, 0.2) with { Workers = agent < 3 ? 20 : 10 })];
        Intervention policy = PolicyOf("P02", Log(DoseTarget.Effectiveness, 0.4)) with
        {
            SpilloverShare = 0.4,
            Eligibility = FirmCondition.Parse("size > 10"),
        };
        ClusterPopulation population = Of(firms) with
        {
            Ties = [.. Enumerable.Range(0, 3).Select(firm => new ClusterTie(firm, 3, ClusterTieKind.Knowledge, 0.5))],
        };
        double[] effort = [.. Simulated(population, Alone, Minimal(1), ClusterScenario.Of(policy)).FirmsAtEnd.Select(firm => firm.Effort)];

        (effort[3] / effort[4]).ShouldBe(Math.Exp(0.4 / 0.6), tolerance: 1e-12);
    }

    [Theory]
    [InlineData(0, -0.1, 0)]
    [InlineData(0.06, -0.1, 0.06)]
    [InlineData(0.2, -0.1, 0.1)]
    [InlineData(0.2, 0.3, -0.3)]
    public void A_policy_wins_back_no_more_than_the_barrier_that_is_there(double barrier, double dose, double expected)
    {
        ClusterParameters parameters = Alone with { AdoptionBarrier = barrier };
        double Effort(params Dose[] doses) => Simulated(
            Of(Firm(0, 0.2)), parameters, Minimal(1), ClusterScenario.Of(PolicyOf("P08", doses))).FirmsAtEnd[0].Effort;

        Math.Log(Effort(Level(DoseTarget.AdoptionBarrier, dose)) / Effort()).ShouldBe(expected / 0.6, tolerance: 1e-12);
    }

    [Fact]
    public void A_barrier_is_part_of_effectiveness_before_policies()
    {
        ClusterPopulation cluster = Cluster();

        Bits.Same(
            Numbers(Simulated(cluster, new ClusterParameters { AdoptionBarrier = 0 }, Full())),
            Numbers(Simulated(cluster, new ClusterParameters { AdoptionBarrier = 0.4 }, Full()))).ShouldBeTrue();
    }

    [Fact]
    public void A_policy_takes_away_no_more_congestion_than_exposure_holds()
    {
        ClusterPopulation Crowd(double exposure) => Of(
            Firm(0, 0.2) with { Exposures = [exposure, 0.5] }, Firm(1, 0.2, 0.1) with { Exposures = [exposure, 0.5] }) with
        {
            Advantages = [new AdvantageStrength("DE01", 0, -1, 0, 0, 0, 0), new AdvantageStrength("EE05", 0, 1, 0, 0, 0, 0)],
        };
        double Change(double exposure, double dose)
        {
            double Cost(params Dose[] doses)
            {
                FirmSnapshot firm = Simulated(
                    Crowd(exposure), Alone, Minimal(1), ClusterScenario.Of(PolicyOf("P14", doses))).FirmsAtEnd[0];
                return firm.EffortCost / firm.Effort;
            }

            return Math.Log(Cost(Level(DoseTarget.Congestion, dose)) / Cost());
        }

        Change(0, -0.1).ShouldBe(0);
        Change(0.5, -0.1).ShouldBe(-0.2 * 0.5 * 0.5, tolerance: 1e-12);
        Change(0.5, -0.01).ShouldBe(Math.Log(0.99), tolerance: 1e-12);
        Change(0, 0.1).ShouldBe(Math.Log(1.1), tolerance: 1e-12);
    }

    private static double[] Efforts(ClusterParameters parameters, LearningRegime regime, params Dose[] doses)
    {
        ClusterPanel panel = Simulated(
            Cluster(functions: 1), parameters, new SimulationOptions { Minimal = true, BurnIn = 2, Horizon = 8 },
            ClusterScenario.Of(PolicyOf("dose", doses)));
        panel.FirmsAtEnd.ShouldAllBe(firm => firm.Regime == regime);
        panel.FirmsAtStart.ShouldAllBe(firm => firm.Regime == regime);
        return [.. panel.FirmsAtEnd.Select(firm => firm.Effort)];
    }
}
