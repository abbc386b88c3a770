using Karkhana.Core.Exchange;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ReadingRulesTests
{
    private static readonly ChannelProfile Quiet = new(0.45, 0.45, 0.45, 0.45, 0.45, 0.45, false, false, 0);

    [Fact]
    public void Nothing_striking_is_read_as_nothing() => ReadingRules.Apply(Quiet).ShouldBeEmpty();

    [Fact]
    public void Rule_1_large_static_and_small_dynamic_benefits_are_mainly_static()
    {
        ChannelProfile stat = Quiet with { Static = 0.6, Cost = 0.3, Resources = 0.2, Incentive = 0.1, Effectiveness = 0.39, Spillover = 0.3 };

        ReadingRules.Apply(stat).ShouldBe([1]);
        ReadingRules.Apply(stat with { Static = 0.5 }).ShouldBeEmpty();
        ReadingRules.Apply(stat with { Cost = 0.4 }).ShouldBeEmpty();
        ReadingRules.Apply(stat with { Resources = 0.4 }).ShouldBeEmpty();
        ReadingRules.Apply(stat with { Incentive = 0.4 }).ShouldBeEmpty();
        ReadingRules.Apply(stat with { Effectiveness = 0.4 }).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_2_spillover_above_all_and_little_absorptive_capacity()
    {
        ChannelProfile spilling = Quiet with { Spillover = 0.7, AbsorptiveCapacityIsLow = true };

        ReadingRules.Apply(spilling).ShouldBe([2]);
        ReadingRules.Apply(spilling with { AbsorptiveCapacityIsLow = false }).ShouldBeEmpty();
        ReadingRules.Apply(spilling with { Static = 0.7 }).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_3_a_negative_incentive_and_low_effort()
    {
        ChannelProfile discouraged = Quiet with { Incentive = -0.1, EffortIsLow = true };

        ReadingRules.Apply(discouraged).ShouldBe([3]);
        ReadingRules.Apply(discouraged with { EffortIsLow = false }).ShouldBeEmpty();
        ReadingRules.Apply(discouraged with { Incentive = 0 }).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_4_cost_or_effectiveness_is_large_effort_low_and_most_firms_constrained()
    {
        ChannelProfile constrained = Quiet with { Cost = 0.6, EffortIsLow = true, ShareConstrained = 0.51 };

        ReadingRules.Apply(constrained).ShouldBe([4]);
        ReadingRules.Apply(constrained with { Cost = 0.4, Effectiveness = 0.6 }).ShouldBe([4]);
        ReadingRules.Apply(constrained with { Cost = 0.5 }).ShouldBeEmpty();
        ReadingRules.Apply(constrained with { ShareConstrained = 0.5 }).ShouldBeEmpty();
        ReadingRules.Apply(constrained with { ShareConstrained = double.NaN }).ShouldBeEmpty();
        ReadingRules.Apply(constrained with { EffortIsLow = false }).ShouldBeEmpty();
    }

    [Fact]
    public void Rules_may_come_together() =>
        ReadingRules.Apply(new ChannelProfile(0.1, 0.6, 0.1, -0.2, 0.2, 0.9, true, true, 0.9)).ShouldBe([2, 3, 4]);

    [Fact]
    public void An_index_that_is_not_known_is_neither_large_nor_small()
    {
        double gap = double.NaN;

        ReadingRules.Apply(new ChannelProfile(gap, gap, gap, gap, gap, gap, true, true, 1)).ShouldBeEmpty();
        ReadingRules.Apply(Quiet with { Spillover = gap, AbsorptiveCapacityIsLow = true }).ShouldBeEmpty();
        ReadingRules.Apply(new ChannelProfile(0.6, gap, gap, gap, gap, 0.3, false, false, gap)).ShouldBeEmpty();
    }

    [Fact]
    public void Firm_Z_of_the_framework_with_low_effort_has_an_incentive_problem() =>
        ReadingRules.Apply(new ChannelProfile(0.4, 0.425, 0.35, -0.466667, 0.5, 0.68, true, false, double.NaN)).ShouldBe([3]);

    [Fact]
    public void A_profile_is_the_mean_of_the_group_compared_with_the_median_of_all()
    {
        ChannelIndicesResult indices = new(
            SampleSurveys.Ids(4), [LearningChannel.CostOfEffort], [[0.2, 0.4, 0.9, double.NaN]], [[1, 1, 1, 0]]);

        ChannelProfile profile = ChannelProfile.Of(indices, [0, 1, 3], [1, 2, 5, 9], [9, 9, 1, 2], 0.25);

        profile.Cost.ShouldBe(0.3, tolerance: 1e-15);
        profile.Spillover.ShouldBe(double.NaN);
        profile.EffortIsLow.ShouldBeFalse(); // mean 4 against a median of 3.5
        profile.AbsorptiveCapacityIsLow.ShouldBeFalse();
        profile.ShareConstrained.ShouldBe(0.25);
        ChannelProfile.Of(indices, [0, 1], [1, 2, 5, 9], null, 0).EffortIsLow.ShouldBeTrue();
        ChannelProfile.Of(indices, [0, 1], null, null, 0).EffortIsLow.ShouldBeFalse();
    }
}
