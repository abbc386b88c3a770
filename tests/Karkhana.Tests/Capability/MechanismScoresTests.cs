using Karkhana.Capability;
using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class MechanismScoresTests
{
    private static readonly Survey FourFirms = SampleSurveys.Of(
        (SampleSurveys.Item("M2", "mechanism", -2, 2), [-2, 0, 1, 2]),
        (SampleSurveys.Item("M3", "mechanism", 0, 1), [1, 0, 1, double.NaN]),
        (SampleSurveys.Item("M4", "mechanism", 0, 1), [0, 1, 1, double.NaN]),
        (SampleSurveys.Item("M6", "mechanism", 1, 5), [1, 5, 3, 4]),
        (SampleSurveys.Item("M7", "mechanism", 0), [3, 12, 1, 6]));

    [Fact]
    public void A_high_answer_that_speaks_against_the_channel_is_turned_round()
    {
        ChannelScore resources = Of(LearningChannel.ResourcesForEffort);

        resources.Items.ShouldBe(["M3", "M4"]);
        resources.Score.Values.Take(3).ShouldBe([1, 0, 0.5]);
        double.IsNaN(resources.Score.Values[3]).ShouldBeTrue();
        resources.Score.Construct.ShouldBe("mechanism_resources_for_effort");
    }

    [Fact]
    public void Reasons_count_and_open_answers_are_ranked()
    {
        // M6: 1 and 3 are pressure from outside. M7: ranks 2, 4, 1, 3 of 4.
        Of(LearningChannel.IncentiveForEffort).Score.Values.Take(4)
            .ShouldBe([(1 + 0.375) / 2, (0 + 0.875) / 2, (1 + 0.125) / 2, (0 + 0.625) / 2]);
    }

    [Fact]
    public void One_indicator_makes_a_score_without_an_error()
    {
        ChannelScore cost = Of(LearningChannel.CostOfEffort);

        cost.Score.Values.Take(4).ShouldBe([0, 0.5, 0.75, 1]);
        cost.Score.StandardErrors.ShouldAllBe(error => double.IsNaN(error));
        cost.Reliability.ShouldBeNull();
    }

    [Fact]
    public void Channels_that_nobody_was_asked_about_have_no_score()
    {
        MechanismScoresResult result = MechanismScores.Estimate(SampleSurveys.Ids(5), FourFirms, seed: 1);

        result.Channels.Select(channel => channel.Channel).ShouldBe(
            [LearningChannel.CostOfEffort, LearningChannel.ResourcesForEffort, LearningChannel.IncentiveForEffort]);
        result.ToTable().RowCount.ShouldBe(3);
    }

    private static ChannelScore Of(LearningChannel channel) =>
        MechanismScores.Estimate(SampleSurveys.Ids(5), FourFirms, seed: 1).Channels.Single(score => score.Channel == channel);
}
