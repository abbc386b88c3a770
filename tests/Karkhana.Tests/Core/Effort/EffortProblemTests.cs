using CsCheck;
using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Effort;

public sealed class EffortProblemTests
{
    private static readonly EffortSituation Example = new() { Incentive = 10, Effectiveness = 0.2, Gap = 0.6, UnitCost = 1, Curvature = 0.4 };

    private static readonly Gen<EffortSituation> Situations =
        from incentive in Tenths(1, 200)
        from effectiveness in Tenths(1, 10)
        from gap in Tenths(1, 10)
        from cost in Tenths(2, 30)
        from slack in Tenths(0, 30)
        from least in Tenths(0, 20)
        from curvature in Tenths(2, 7)
        select new EffortSituation
        {
            Incentive = incentive,
            Effectiveness = effectiveness,
            Gap = gap,
            UnitCost = cost,
            Slack = slack,
            LeastEffort = least,
            Curvature = curvature,
        };

    [Fact]
    public void The_interior_example_has_the_digits_of_the_framework()
    {
        EffortChoice choice = EffortProblem.Estimate(Example);

        choice.Effort.ShouldBe(0.294262822, tolerance: 5e-10);
        choice.InteriorEffort.ShouldBe(choice.Effort);
        choice.Learning.ShouldBe(0.073565706, tolerance: 5e-10);
        choice.NetValue.ShouldBe(0.441394233, tolerance: 5e-10);
        choice.BreakEvenEffort.ShouldBe(1.355092, tolerance: 5e-7);
        (choice.BreakEvenEffort / choice.InteriorEffort).ShouldBe(4.605039, tolerance: 5e-7);
        choice.Regime.ShouldBe(LearningRegime.Interior);
    }

    [Fact]
    public void A_least_effort_is_taken_while_it_pays()
    {
        EffortChoice half = EffortProblem.Estimate(Example with { LeastEffort = 0.5 });
        EffortChoice tooMuch = EffortProblem.Estimate(Example with { LeastEffort = 1.4 });

        half.Effort.ShouldBe(0.5);
        half.NetValue.ShouldBe(0.4094299, tolerance: 5e-8);
        half.Regime.ShouldBe(LearningRegime.AtMinimum);
        tooMuch.Effort.ShouldBe(0);
        tooMuch.NetValue.ShouldBe(0);
        tooMuch.Regime.ShouldBe(LearningRegime.Threshold);
        ((12 * 0.1 * Math.Pow(1.4, 0.4)) - 1.4).ShouldBe(-0.0271204, tolerance: 5e-8);
    }

    [Fact]
    public void Inertial_firms_do_nothing_below_their_least_effort()
    {
        EffortProblem.Estimate(Example with { LeastEffort = 0.5 }, LumpyRule.Inertial).Effort.ShouldBe(0);
        EffortProblem.Estimate(Example with { LeastEffort = 0.5 }, LumpyRule.Inertial).Regime.ShouldBe(LearningRegime.Threshold);
        EffortProblem.Estimate(Example with { LeastEffort = 0.29 }, LumpyRule.Inertial).ShouldBe(EffortProblem.Estimate(Example with { LeastEffort = 0.29 }));
    }

    [Fact]
    public void Changes_have_the_effects_of_the_framework()
    {
        EffortChoice before = EffortProblem.Estimate(Example);
        EffortChoice cheaper = EffortProblem.Estimate(Example with { UnitCost = 0.8 });
        EffortChoice keener = EffortProblem.Estimate(Example with { Incentive = 12 });
        EffortChoice better = EffortProblem.Estimate(Example with { Effectiveness = 0.24 });

        (cheaper.Effort / before.Effort).ShouldBe(1.4504965, tolerance: 5e-8);
        (cheaper.Learning / before.Learning).ShouldBe(1.1603972, tolerance: 5e-8);
        (keener.Effort / before.Effort).ShouldBe(1.3550919, tolerance: 5e-8);
        (keener.Learning / before.Learning).ShouldBe(1.1292432, tolerance: 5e-8);
        (better.Effort / before.Effort).ShouldBe(1.3550919, tolerance: 5e-8);
        (better.Learning / before.Learning).ShouldBe(1.3550919, tolerance: 5e-8);
    }

    [Fact]
    public void In_liquidity_money_and_cost_work_and_incentive_does_not()
    {
        EffortSituation poor = Example with { Slack = 0.2 };
        EffortChoice before = EffortProblem.Estimate(poor);

        before.Regime.ShouldBe(LearningRegime.Liquidity);
        before.Effort.ShouldBe(0.2);
        EffortProblem.Estimate(poor with { Incentive = 20 }).Effort.ShouldBe(0.2);
        EffortProblem.Estimate(poor with { Slack = 0.22 }).Effort.ShouldBe(0.22, tolerance: 1e-15);
        EffortProblem.Estimate(poor with { UnitCost = 0.8 }).Effort.ShouldBe(0.25, tolerance: 1e-15);
        EffortProblem.Estimate(poor with { Effectiveness = 0.22 }).Learning.ShouldBe(1.1 * before.Learning, tolerance: 1e-15);
    }

    [Fact]
    public void At_the_minimum_effort_is_pinned_and_a_smaller_step_lowers_it()
    {
        EffortSituation lumpy = Example with { LeastEffort = 0.5 };

        EffortProblem.Estimate(lumpy with { Incentive = 11 }).Effort.ShouldBe(0.5);
        EffortProblem.Estimate(lumpy with { UnitCost = 0.95 }).Effort.ShouldBe(0.5);
        EffortProblem.Estimate(lumpy with { Slack = 10 }).ShouldBe(EffortProblem.Estimate(lumpy));
        EffortProblem.Estimate(lumpy with { LeastEffort = 0.4 }).Effort.ShouldBe(0.4);
    }

    [Fact]
    public void At_the_threshold_only_a_smaller_step_or_money_brings_a_project()
    {
        EffortSituation priced = Example with { LeastEffort = 0.25, Slack = 0.2 };

        EffortProblem.Estimate(priced).Regime.ShouldBe(LearningRegime.Threshold);
        EffortProblem.Estimate(priced with { Incentive = 11, Effectiveness = 0.22 }).Effort.ShouldBe(0);
        EffortProblem.Estimate(priced with { LeastEffort = 0.15 }).Regime.ShouldBe(LearningRegime.Liquidity);
        EffortProblem.Estimate(priced with { Slack = 0.4 }).Regime.ShouldBe(LearningRegime.Interior);
    }

    [Fact]
    public void More_money_does_nothing_in_the_interior() =>
        EffortProblem.Estimate(Example with { Slack = 0.5 }).ShouldBe(EffortProblem.Estimate(Example with { Slack = 5 }));

    [Fact]
    public void Flags_say_that_nothing_can_be_absorbed_or_learnt()
    {
        EffortProblem.Estimate(Example).NoAbsorption.ShouldBeFalse();
        EffortProblem.Estimate(Example).Frontier.ShouldBeFalse();
        EffortProblem.Estimate(Example with { AbsorptiveCapacity = 0.05 }).NoAbsorption.ShouldBeTrue();
        EffortProblem.Estimate(Example with { Gap = 0.05 }).Frontier.ShouldBeTrue();
        EffortProblem.Estimate(Example with { Gap = 0 }).Effort.ShouldBe(0);
    }

    [Fact]
    public void No_other_effort_within_reach_pays_more() => Situations.Sample(situation =>
    {
        EffortChoice choice = EffortProblem.Estimate(situation);
        double affordable = situation.Slack / situation.UnitCost;
        double most = Math.Min(affordable, 1.2 * choice.BreakEvenEffort);
        return choice.NetValue >= -1e-12
            && choice.Effort <= affordable
            && (choice.Effort == 0 || choice.Effort >= situation.LeastEffort)
            && Enumerable.Range(0, 400).Select(step => most * step / 399).Where(effort => effort >= situation.LeastEffort)
                .All(effort => Net(situation, effort) <= choice.NetValue + 1e-9);
    });

    [Fact]
    public void Regimes_are_those_of_their_conditions() => Situations.Sample(situation =>
    {
        EffortChoice choice = EffortProblem.Estimate(situation);
        double affordable = situation.Slack / situation.UnitCost;
        bool project = situation.LeastEffort < choice.BreakEvenEffort && affordable >= situation.LeastEffort && affordable > 0;
        double desired = Math.Max(choice.InteriorEffort, situation.LeastEffort);
        LearningRegime expected = !project ? LearningRegime.Threshold
            : desired > affordable ? LearningRegime.Liquidity
            : choice.InteriorEffort < situation.LeastEffort ? LearningRegime.AtMinimum
            : LearningRegime.Interior;
        return choice.Regime == expected;
    });

    [Fact]
    public void Parameters_outside_their_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Example with { UnitCost = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => Example with { Incentive = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => Example with { Curvature = 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => Example with { Gap = double.NaN });
        Should.Throw<ArgumentOutOfRangeException>(() => Example with { Slack = -0.1 });
        Should.Throw<ArgumentOutOfRangeException>(() => Example with { AbsorptiveCapacity = 1.1 });
    }

    private static double Net(EffortSituation situation, double effort) =>
        (situation.Incentive * situation.Effectiveness * situation.Gap * Math.Pow(effort, situation.Curvature)) - (situation.UnitCost * effort);

    private static Gen<double> Tenths(int least, int most) => Gen.Int[least, most].Select(value => value / 10.0);
}
