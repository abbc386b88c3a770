using Karkhana.Core.Policies;
using Karkhana.Policy;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>Interactions of policies in minimal mode, where they can be worked out by hand.</summary>
public sealed class PoliciesTogetherTests
{
    // Money binds: effort is what it pays for.
    private static readonly ClusterParameters Bound = Alone with { BaseEffectiveness = 0.2, SlackAtTenWorkers = 0.5, SlackSizeElasticity = 0, BaseIncentive = 1e9 };

    [Fact]
    public void Money_and_effectiveness_multiply_in_a_firm_that_money_holds_back()
    {
        // After a quarter K is K + θ e^b (S e^a)^β (1 − K): beyond the sum of gains lies θ S^β (1 − K) (e^b − 1) (e^(β a) − 1).
        PolicyInteraction found = Pair(Of(Firm(0, 0.1)), Bound, 1, PolicyOf("A", Log(DoseTarget.Slack, 0.3)), PolicyOf("B", Log(DoseTarget.Effectiveness, 0.2)));

        double expected = 0.2 * Math.Pow(0.5, Bound.Curvature) * 0.9 * (Math.Exp(0.2) - 1) * (Math.Exp(Bound.Curvature * 0.3) - 1);
        found.Estimate.ShouldBe(expected, tolerance: 1e-13);
        found.InWords.ShouldBe("more than the sum");
    }

    [Fact]
    public void Two_kinds_of_money_give_less_than_the_sum_since_effort_has_falling_returns()
    {
        PolicyInteraction found = Pair(Of(Firm(0, 0.1)), Bound, 1, PolicyOf("A", Level(DoseTarget.Slack, 0.2)), PolicyOf("B", Level(DoseTarget.Slack, 0.3)));

        double Learned(double money) => 0.2 * Math.Pow(money, Bound.Curvature) * 0.9;
        found.Estimate.ShouldBe(Learned(1) - Learned(0.7) - Learned(0.8) + Learned(0.5), tolerance: 1e-13);
        found.InWords.ShouldBe("less than the sum");
    }

    [Fact]
    public void Policies_that_reach_different_firms_who_do_not_meet_add_up()
    {
        ClusterPopulation two = Of(Firm(0, 0.1) with { Workers = 5 }, Firm(1, 0.3, 50) with { Workers = 20 });
        Intervention small = PolicyOf("A", Log(DoseTarget.Slack, 0.3)) with { Eligibility = FirmCondition.Parse("size < 10") };
        Intervention large = PolicyOf("B", Log(DoseTarget.Effectiveness, 0.2)) with { Eligibility = FirmCondition.Parse("size >= 10") };
        PolicyInteraction found = Pair(two, Bound, 10, small, large);

        found.SumOfGains.ShouldBeGreaterThan(0.01);
        found.Estimate.ShouldBe(0, tolerance: 1e-15);
        found.Together.ShouldBe(found.SumOfGains, tolerance: 1e-14);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_policy_of_zero_dose_interacts_with_nothing_to_the_bit(bool minimal)
    {
        PolicyInteraction found = Pair(
            Cluster(), new ClusterParameters(), 8, PolicyOf("A", Log(DoseTarget.Effectiveness, 0.2)), PolicyOf("B", Log(DoseTarget.Slack, 0)), Full(8) with { Minimal = minimal });

        found.Together.ShouldBeGreaterThan(0);
        (found.Estimate, found.Low, found.High, found.Verdict).ShouldBe((0, 0, 0, InteractionVerdict.ExactlyZero));
        found.Together.ShouldBe(found.SumOfGains);
    }

    private static PolicyInteraction Pair(
        ClusterPopulation population, ClusterParameters parameters, int horizon, Intervention first, Intervention second, SimulationOptions? options = null)
    {
        ClusterScenario[] scenarios =
        [
            new() { Id = PolicyPortfolios.Nothing },
            .. PolicyCombinations.Of([new PricedPolicy(first, 0), new PricedPolicy(second, 0)], CombinationDesign.Pairs).Skip(1)
                .Select(set => new ClusterScenario { Id = set.Id, Interventions = set.Policies }),
        ];
        IReadOnlyList<ScenarioRun> runs = AllRuns(
            population, scenarios, [parameters], new ScenarioRunOptions { Replicates = 3, Simulation = options ?? Minimal(horizon) });
        ComparedScenarios compared = new() { Baseline = runs[0].Outcomes, Policies = [.. runs.Skip(1).Select(run => run.Outcomes)] };
        return PolicyInteractions.Estimate(compared, ["A", "B"], cancellationToken: TestContext.Current.CancellationToken).Effects.ShouldHaveSingleItem();
    }
}
