using Karkhana.Capability;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class ConstructScoreTests
{
    [Theory]
    [InlineData(79, ScoringModel.SumScore)]
    [InlineData(80, ScoringModel.EqualSlopes)]
    [InlineData(149, ScoringModel.EqualSlopes)]
    [InlineData(150, ScoringModel.PenalisedGraded)]
    [InlineData(299, ScoringModel.PenalisedGraded)]
    [InlineData(300, ScoringModel.Graded)]
    public void The_number_of_firms_names_the_model(int firms, ScoringModel expected) =>
        new SampleSizeLadder().For(firms).ShouldBe(expected);

    [Theory]
    [InlineData(60, ScoringModel.SumScore, "sum-score")]
    [InlineData(100, ScoringModel.EqualSlopes, "graded-equal-slopes")]
    [InlineData(200, ScoringModel.PenalisedGraded, "graded-with-priors")]
    [InlineData(400, ScoringModel.Graded, "graded")]
    public void The_model_of_the_ladder_is_used_and_said(int firms, ScoringModel expected, string name)
    {
        ConstructScoreResult result = Estimate(Made(firms))!;

        result.Choice.ShouldBe(new ScoringChoice(firms, expected, expected, ScoringReason.SampleSize));
        result.Score.Model.ShouldBe(name);
        result.Score.IsShareOfScale.ShouldBeTrue();
        result.Score.PlausibleValues.Count.ShouldBe(20);
        result.Score.Values.Where(value => !double.IsNaN(value)).ShouldAllBe(value => value >= 0 && value <= 1);
    }

    [Fact]
    public void Firms_with_higher_answers_stand_higher_and_the_error_is_that_of_a_share()
    {
        Survey survey = Made(300);
        ConstructScoreResult graded = Estimate(survey)!;
        SumScoreResult sum = SumScore.Estimate("effort", SampleSurveys.Ids(300), survey)!;

        Correlation(graded.Score.Values, sum.Score.Values).ShouldBeGreaterThan(0.97);
        double meanError = graded.Score.StandardErrors.Where(error => !double.IsNaN(error)).Average();
        meanError.ShouldBeInRange(0.5 * sum.Score.StandardErrors[0], 1.5 * sum.Score.StandardErrors[0]);
    }

    [Fact]
    public void A_model_that_is_asked_for_overrules_the_ladder()
    {
        ConstructScoreResult result = Estimate(Made(100), new ConstructScoreOptions { Model = ScoringModel.SumScore })!;

        result.Choice.ShouldBe(new ScoringChoice(100, ScoringModel.EqualSlopes, ScoringModel.SumScore, ScoringReason.Asked));
        result.Latent.ShouldBeNull();
    }

    [Fact]
    public void Items_on_open_scales_are_no_categories()
    {
        Survey closed = Made(100);
        Survey open = closed with { Items = [.. closed.Items.Select(item => item with { Maximum = double.NaN })] };

        Estimate(open)!.Choice.Reason.ShouldBe(ScoringReason.ItemsNotOrdinal);
    }

    [Fact]
    public void A_firm_that_left_out_most_items_has_no_score_and_no_place()
    {
        Survey survey = Made(120);
        foreach (double[] item in survey.Answers.Skip(1))
        {
            item[7] = double.NaN;
        }

        ConstructScoreResult result = Estimate(survey)!;

        result.Choice.Firms.ShouldBe(119);
        double.IsNaN(result.Score.Values[7]).ShouldBeTrue();
        double.IsNaN(result.Latent!.Theta[7]).ShouldBeTrue();
        double.IsNaN(result.Score.PlausibleValues[0][7]).ShouldBeTrue();
    }

    [Fact]
    public void A_reversed_item_is_turned_round_before_it_is_fitted()
    {
        Survey plain = Made(200);
        Survey turned = plain with
        {
            Items = [.. plain.Items.Select((item, i) => i == 2 ? item with { Reverse = true } : item)],
            Answers = [.. plain.Answers.Select((answers, i) => i == 2 ? [.. answers.Select(answer => 4 - answer)] : answers)],
        };

        Bits.Close([.. Estimate(turned)!.Score.Values], [.. Estimate(plain)!.Score.Values], relative: 1e-9).ShouldBeTrue();
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_scores()
    {
        Survey survey = Made(150);

        ConstructScoreResult one = Estimate(survey, execution: new ExecutionOptions { Workers = 1 })!;
        ConstructScoreResult four = Estimate(survey, execution: new ExecutionOptions { Workers = 4 })!;

        four.Score.Values.ShouldBe(one.Score.Values);
        four.Score.PlausibleValues[3].ShouldBe(one.Score.PlausibleValues[3]);
    }

    [Fact]
    public void Answers_that_share_nothing_are_no_scale_of_one_item()
    {
        for (int seed = 0; seed < 5; seed++)
        {
            RandomStream stream = new((ulong)seed, RandomPurpose.Example, 400);
            Survey noise = SampleSurveys.Of([.. Enumerable.Range(0, 12).Select(item => (
                SampleSurveys.Item($"E{item}", "effort", 0, 4), Enumerable.Range(0, 400).Select(_ => (double)stream.NextInt(5)).ToArray()))]);

            ConstructScoreResult result = Estimate(noise)!;

            (result.Latent?.Model.Parameters.Slopes.Max(Math.Abs) ?? 0).ShouldBeLessThan(6);
            Math.Min(result.Reliability.Alpha, result.Latent?.Reliability ?? 1).ShouldBeLessThan(0.5);
            (result.Choice.Used == ScoringModel.Graded || result.Choice.Reason == ScoringReason.SlopesRanAway).ShouldBeTrue();
            result.Score.StandardErrors.Where(error => !double.IsNaN(error)).ShouldAllBe(error => double.IsFinite(error));
        }
    }

    [Fact]
    public void Two_scales_of_one_seed_draw_apart()
    {
        Survey survey = Made(120);

        ConstructScoreResult first = Estimate(survey, new ConstructScoreOptions { Seed = 5 })!;
        ConstructScoreResult second = Estimate(survey, new ConstructScoreOptions { Seed = 5, Substream = 1 })!;

        second.Score.Values.ShouldBe(first.Score.Values);
        second.Score.PlausibleValues[0].ShouldNotBe(first.Score.PlausibleValues[0]);
        second.Score.PlausibleValues[0].ShouldNotBe(first.Score.PlausibleValues[1]);
    }

    [Fact]
    public void Answers_that_the_model_cannot_carry_lead_to_the_next_rung_and_are_noted()
    {
        // Everyone passes both items or none: slopes would run off, the sum score does not mind.
        Survey guttman = SampleSurveys.Of([.. Enumerable.Range(0, 2).Select(item =>
            (SampleSurveys.Item($"E{item}", "effort", 0, 1), Enumerable.Range(0, 320).Select(firm => firm % 2 == 0 ? 1.0 : 0.0).ToArray()))]);

        ConstructScoreResult result = Estimate(guttman)!;

        result.Score.Values.Where(value => !double.IsNaN(value)).ShouldAllBe(value => value >= 0 && value <= 1);
        (result.Choice.Used == ScoringModel.Graded || result.Notes.Count > 0).ShouldBeTrue();
    }

    private static ConstructScoreResult? Estimate(Survey survey, ConstructScoreOptions? options = null, ExecutionOptions? execution = null) =>
        ConstructScore.Estimate(
            "effort", SampleSurveys.Ids(survey.Respondents), survey, options, execution, TestContext.Current.CancellationToken);

    // Five categories, eight items, one latent variable.
    private static Survey Made(int firms)
    {
        RandomStream stream = new(7, RandomPurpose.Example, firms);
        double[] theta = [.. Enumerable.Range(0, firms).Select(_ => stream.NextGaussian())];
        return SampleSurveys.Of([.. Enumerable.Range(0, 8).Select(item => (
            SampleSurveys.Item($"E{item}", "effort", 0, 4),
            theta.Select(value => Answer(value, 0.8 + (0.15 * item), stream)).ToArray()))]);
    }

    private static double Answer(double theta, double slope, RandomStream stream)
    {
        double chance = stream.NextDouble();
        return Enumerable.Range(0, 4).Count(step => chance < 1 / (1 + Math.Exp(-slope * 1.7 * (theta + 1.5 - step))));
    }

    private static double Correlation(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        (double meanLeft, double meanRight) = (left.Average(), right.Average());
        double together = left.Zip(right, (x, y) => (x - meanLeft) * (y - meanRight)).Sum();
        return together / Math.Sqrt(left.Sum(x => (x - meanLeft) * (x - meanLeft)) * right.Sum(y => (y - meanRight) * (y - meanRight)));
    }
}
