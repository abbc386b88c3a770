using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class LearningRegimesTests
{
    private const double Gap = double.NaN;

    [Theory]
    [InlineData(1, 0, 3, LearningRegime.Threshold)] // not worth it
    [InlineData(0, 1, Gap, LearningRegime.Threshold)] // cannot pay, large step
    [InlineData(Gap, 1, 2, LearningRegime.Threshold)]
    [InlineData(0, 0, Gap, LearningRegime.Liquidity)]
    [InlineData(Gap, Gap, 2, LearningRegime.Liquidity)]
    [InlineData(1, 1, Gap, LearningRegime.AtMinimum)]
    [InlineData(1, 1, 4, LearningRegime.AtMinimum)]
    [InlineData(1, 0, Gap, LearningRegime.Interior)]
    [InlineData(Gap, Gap, 1, LearningRegime.Interior)]
    [InlineData(Gap, 0, 5, LearningRegime.Interior)]
    [InlineData(Gap, 0, Gap, null)]
    [InlineData(Gap, Gap, Gap, null)]
    public void Answers_state_a_regime(double canPay, double largeStep, double named, LearningRegime? expected)
    {
        FirmRegime firm = Estimate(Asked([canPay], [largeStep], [named])).Firms.ShouldHaveSingleItem();

        firm.Stated.ShouldBe(expected);
        firm.Constraint.ShouldBe(double.IsNaN(named) ? null : (BindingConstraint)(int)named);
    }

    [Fact]
    public void A_survey_without_the_items_states_nothing() =>
        Estimate(SampleSurveys.Of((SampleSurveys.Item("Q1", "other"), [1, 2]))).Firms.ShouldAllBe(firm => firm.Stated == null && firm.Constraint == null);

    [Fact]
    public void The_model_is_the_effort_problem_with_parameters_moved_by_the_channels()
    {
        ChannelIndicesResult indices = new(
            SampleSurveys.Ids(1),
            [LearningChannel.CostOfEffort, LearningChannel.IncentiveForEffort, LearningChannel.EffectivenessOfEffort, LearningChannel.ResourcesForEffort],
            [[0.425], [-0.4], [0.5], [0.35]],
            [[1], [1], [1], [1]]);

        FirmRegime firm = LearningRegimes.Estimate(Asked([1], [0], [Gap]), indices, Capability(0.4)).Firms[0];

        firm.Modelled.ShouldBe(EffortProblem.Estimate(new EffortSituation
        {
            UnitCost = Math.Exp(-0.2 * 0.425),
            Incentive = 10 * Math.Exp(0.15 * -0.4),
            Effectiveness = 0.2 * Math.Exp(0.15 * 0.5),
            Slack = Math.Exp(0.2 * 0.35),
            LeastEffort = 0.1,
            Gap = 0.6,
        }));
        Math.Exp(-0.2 * 0.425).ShouldBe(0.9185, tolerance: 5e-5); // framework 9.4
    }

    [Theory]
    [InlineData(1, 0, 1, 0.1)]
    [InlineData(0, 1, 0.2, 0.5)]
    [InlineData(Gap, Gap, 0.6, 0.3)]
    public void Money_and_least_step_follow_the_answers_and_lie_between_when_not_asked(double canPay, double largeStep, double slack, double least) =>
        Estimate(Asked([canPay], [largeStep], [Gap]), Capability(0.4)).Firms[0].Modelled.ShouldBe(EffortProblem.Estimate(
            new EffortSituation { UnitCost = 1, Incentive = 10, Effectiveness = 0.2, Slack = slack, LeastEffort = least, Gap = 0.6 }));

    [Fact]
    public void A_firm_at_the_frontier_has_no_gap_and_a_firm_without_a_score_no_model()
    {
        LearningRegimesResult result = Estimate(Asked([1, 1], [0, 0], [Gap, Gap]), Capability(1.2, Gap));

        result.Firms[0].Modelled!.Frontier.ShouldBeTrue();
        result.Firms[1].Modelled.ShouldBeNull();
        Estimate(Asked([1], [0], [Gap]), new ScoreTable(SampleSurveys.Ids(1), [])).Firms[0].Modelled.ShouldBeNull();
    }

    [Fact]
    public void Shares_are_of_the_firms_whose_regime_is_known()
    {
        LearningRegimesResult result = Estimate(Asked([0, 0, 1, Gap], [0, 0, 0, Gap], [Gap, Gap, Gap, Gap]));

        result.StatedShare(LearningRegime.Liquidity).ShouldBe(2 / 3.0);
        result.StatedShare(LearningRegime.Interior).ShouldBe(1 / 3.0);
        result.StatedShare(LearningRegime.Threshold).ShouldBe(0);
    }

    [Fact]
    public void The_mix_has_intervals_that_hold_the_share_and_repeat_with_the_seed()
    {
        double[] canPay = [.. Enumerable.Range(0, 40).Select(firm => firm % 4 == 0 ? 0.0 : 1.0)];
        LearningRegimesResult result = Estimate(Asked(canPay, new double[40], [.. canPay.Select(_ => Gap)]));

        Table mix = result.ToMix(3);

        mix.RowCount.ShouldBe(4);
        mix.Numbers("n").ShouldBe([30, 10, 0, 0]);
        mix.Numbers("estimate").ShouldBe([0.75, 0.25, 0, 0]);
        mix.Numbers("conf_low")[1].ShouldBeInRange(0.1, 0.2);
        mix.Numbers("conf_high")[1].ShouldBeInRange(0.3, 0.45);
        Bits.Same(mix.Numbers("conf_low"), result.ToMix(3).Numbers("conf_low")).ShouldBeTrue();
    }

    [Fact]
    public void Assumptions_outside_their_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new RegimeAssumptions { UnitCost = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RegimeAssumptions { SlackWithFunds = -1 });
    }

    private static LearningRegimesResult Estimate(Survey survey, ScoreTable? scores = null)
    {
        string[] ids = SampleSurveys.Ids(survey.Respondents);
        return LearningRegimes.Estimate(survey, new ChannelIndicesResult(ids, [], [], []), scores ?? new ScoreTable(ids, []));
    }

    private static Survey Asked(double[] canPay, double[] largeStep, double[] named) => SampleSurveys.Of(
        (SampleSurveys.Item("M3", "mechanism"), canPay), (SampleSurveys.Item("M4", "mechanism"), largeStep), (SampleSurveys.Item("M12", "mechanism"), named));

    private static ScoreTable Capability(params double[] values) =>
        new(SampleSurveys.Ids(values.Length), [new Score("capability", values, [.. values.Select(_ => Gap)], "sum-score", []) { IsShareOfScale = true }]);
}
