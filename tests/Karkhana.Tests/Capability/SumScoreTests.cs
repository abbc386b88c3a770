using Karkhana.Capability;
using Karkhana.Core.Exchange;
using Karkhana.Core.Randomness;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class SumScoreTests
{
    private static readonly Survey FourFirms = SampleSurveys.Of(
        (SampleSurveys.Item("E1", "effort", 1, 5), [1, 2, 4, 5]),
        (SampleSurveys.Item("E2", "effort", 1, 5), [1, 3, 3, 5]),
        (SampleSurveys.Item("E3", "effort", 1, 5, reverse: true), [5, 4, 3, 1]),
        (SampleSurveys.Item("C1", "capability", 1, 5), [5, 5, 1, 1]));

    [Fact]
    public void Items_of_one_scale_are_averaged_as_shares_of_it()
    {
        SumScoreResult result = Estimate(FourFirms)!;

        Bits.Close(result.Score.Values, [0, 1 / 3.0, 7 / 12.0, 1, double.NaN], relative: 1e-14).ShouldBeTrue();
        result.Score.Construct.ShouldBe("effort");
        result.Score.Model.ShouldBe("sum-score");
        result.Reliability.Items.ShouldBe(["E1", "E2", "E3"]);
    }

    [Fact]
    public void The_error_of_measurement_is_the_spread_times_what_alpha_leaves()
    {
        SumScoreResult result = Estimate(FourFirms)!;

        double mean = 23 / 48.0;
        double spread = Math.Sqrt(new[] { 0, 1 / 3.0, 7 / 12.0, 1 }.Sum(score => (score - mean) * (score - mean)) / 3);
        result.Score.StandardErrors[0].ShouldBe(spread * Math.Sqrt(1 - result.Reliability.Alpha), tolerance: 1e-14);
        result.Score.StandardErrors[4].ShouldBe(double.NaN);
    }

    [Fact]
    public void Items_of_different_scales_are_standardised_first()
    {
        Survey mixed = SampleSurveys.Of(
            (SampleSurveys.Item("E1", "effort", 0, 1), [0, 1, 1, 0]),
            (SampleSurveys.Item("E2", "effort", 0, 1000, reverse: true), [900, 100, 100, 900]));

        double half = Math.Sqrt(3) / 2;
        Bits.Close(Estimate(mixed)!.Score.Values, [-half, half, half, -half, double.NaN], relative: 1e-14).ShouldBeTrue();
    }

    [Fact]
    public void Who_left_out_more_than_half_has_no_score_and_who_left_out_less_a_wider_error()
    {
        double gap = double.NaN;
        Survey survey = SampleSurveys.Of(
            (SampleSurveys.Item("E1", "effort", 0, 4), [0, 1, 3, 4, gap, 2]),
            (SampleSurveys.Item("E2", "effort", 0, 4), [1, 1, 3, 4, gap, 2]),
            (SampleSurveys.Item("E3", "effort", 0, 4), [0, 2, 2, 4, 3, gap]),
            (SampleSurveys.Item("E4", "effort", 0, 4), [0, 1, 3, 3, gap, gap]));

        Score score = Estimate(survey, firms: 6)!.Score;

        score.Values[4].ShouldBe(double.NaN);
        score.Values[5].ShouldBe(0.5);
        score.StandardErrors[5].ShouldBe(score.StandardErrors[0] * Math.Sqrt(2), tolerance: 1e-14);
        score.PlausibleValues[0][4].ShouldBe(double.NaN);
    }

    [Fact]
    public void Items_that_do_not_apply_do_not_count_against_a_firm()
    {
        double gap = double.NaN;
        Survey survey = SampleSurveys.Of(
            (SampleSurveys.Item("E1", "effort", 0, 4), [0, 1, 3, 4, 2]),
            (SampleSurveys.Item("E2", "effort", 0, 4), [1, 1, 3, 4, gap]),
            (SampleSurveys.Item("E3", "effort", 0, 4), [0, 2, 2, 4, gap]));
        foreach (int item in (int[])[1, 2])
        {
            survey.Missing[item][4] = MissingCode.NotApplicable;
        }

        Estimate(survey)!.Score.Values[4].ShouldBe(0.5);
    }

    [Fact]
    public void An_attention_check_enters_no_score()
    {
        Survey survey = FourFirms with
        {
            Items = [.. FourFirms.Items.Select(item => item.Id == "E3" ? item with { Expected = 3 } : item)],
        };

        Estimate(survey)!.Reliability.Items.ShouldBe(["E1", "E2"]);
    }

    [Fact]
    public void Plausible_values_spread_as_Kelley_says()
    {
        SumScoreResult result = Estimate(FourFirms, new() { PlausibleValues = 1000 })!;

        double alpha = result.Reliability.Alpha;
        double spread = result.Score.StandardErrors[0] / Math.Sqrt(1 - alpha);
        double[] drawn = [.. result.Score.PlausibleValues.Select(draw => draw[3])];
        double mean = (23 / 48.0) + (alpha * (1 - (23 / 48.0)));
        double noise = spread * Math.Sqrt(alpha * (1 - alpha));
        drawn.Average().ShouldBe(mean, tolerance: 4 * noise / Math.Sqrt(1000));
        Math.Sqrt(drawn.Sum(value => Math.Pow(value - drawn.Average(), 2)) / 999).ShouldBe(noise, tolerance: 0.1 * noise);
    }

    [Fact]
    public void Plausible_values_are_drawn_by_seed_draw_and_construct()
    {
        SumScoreResult result = Estimate(FourFirms, new() { Seed = 5, PlausibleValues = 3, Substream = 2 })!;
        SumScoreResult more = Estimate(FourFirms, new() { Seed = 5, PlausibleValues = 4, Substream = 2 })!;
        SumScoreResult other = Estimate(FourFirms, new() { Seed = 5, PlausibleValues = 3, Substream = 1 })!;
        SumScoreResult seeded = Estimate(FourFirms, new() { Seed = 6, PlausibleValues = 3, Substream = 2 })!;

        result.Score.PlausibleValues.Count.ShouldBe(3);
        Bits.Same(result.Score.PlausibleValues[2], more.Score.PlausibleValues[2]).ShouldBeTrue();
        Bits.Same(result.Score.PlausibleValues[2], other.Score.PlausibleValues[2]).ShouldBeFalse();
        Bits.Same(result.Score.PlausibleValues[2], seeded.Score.PlausibleValues[2]).ShouldBeFalse();
        double noise = new RandomStream(5, RandomPurpose.PlausibleValues, 2, 2).NextGaussian();
        double alpha = result.Reliability.Alpha;
        double expected = ((1 - alpha) * 23 / 48.0) + (result.Score.StandardErrors[0] * Math.Sqrt(alpha) * noise);
        result.Score.PlausibleValues[2][0].ShouldBe(expected, tolerance: 1e-13);
    }

    [Fact]
    public void Items_that_do_not_vary_are_left_out_and_fewer_than_two_give_no_score()
    {
        Survey flat = SampleSurveys.Of(
            (SampleSurveys.Item("E1", "effort", 1, 5), [1, 2, 4, 5]),
            (SampleSurveys.Item("E2", "effort", 1, 5), [3, 3, 3, 3]));

        Estimate(flat).ShouldBeNull();
        SumScore.Estimate("trust", SampleSurveys.Ids(5), FourFirms).ShouldBeNull();
        SumScore.Estimate("capability", SampleSurveys.Ids(5), FourFirms).ShouldBeNull();
    }

    [Fact]
    public void Fewer_than_three_complete_respondents_give_no_score() => Estimate(SampleSurveys.Of(
        (SampleSurveys.Item("E1", "effort", 1, 5), [1, 2, 4, double.NaN]),
        (SampleSurveys.Item("E2", "effort", 1, 5), [1, 2, double.NaN, 4]))).ShouldBeNull();

    [Fact]
    public void Firms_are_placed_by_their_position_in_the_register()
    {
        Survey survey = FourFirms with { Firms = [4, 3, 1, 0] };

        Bits.Close(Estimate(survey)!.Score.Values, [1, 7 / 12.0, double.NaN, 1 / 3.0, 0], relative: 1e-14).ShouldBeTrue();
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SumScoreOptions { PlausibleValues = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new SumScoreOptions { Substream = -1 });
    }

    private static SumScoreResult? Estimate(Survey survey, SumScoreOptions? options = null, int firms = 5) =>
        SumScore.Estimate("effort", SampleSurveys.Ids(firms), survey, options);
}
