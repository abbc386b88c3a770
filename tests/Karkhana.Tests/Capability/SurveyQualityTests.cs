using Karkhana.Capability;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class SurveyQualityTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Non_response_is_what_was_asked_and_applies_and_is_not_answered()
    {
        Survey survey = SampleSurveys.Of((SampleSurveys.Item("E1", "effort", 0, 4), [1, 2, 3, Gap, Gap, Gap, Gap, Gap])) with
        {
            Weights = [1, 1, 2, 4, 1, 8, 1, 1],
        };
        survey.Missing[0][3] = MissingCode.Refused;
        survey.Missing[0][5] = MissingCode.NotApplicable;
        survey.Missing[0][6] = MissingCode.NotAsked;
        survey.Missing[0][7] = MissingCode.NotAsked;

        IReadOnlyList<ItemResponseCount> counts = ItemResponseRates.Estimate(survey);

        ItemResponseCount plain = counts[0];
        (plain.Weighted, plain.Firms, plain.Asked, plain.Answered, plain.NotAsked, plain.NotApplicable, plain.DontKnow, plain.Refused)
            .ShouldBe((false, 5, 6, 3, 2, 1, 1, 1));
        plain.NonresponseRate.ShouldBe(2 / 5.0);
        ItemResponseCount weighted = counts[1];
        (weighted.Weighted, weighted.Firms, weighted.Asked, weighted.Answered, weighted.NotAsked, weighted.NotApplicable, weighted.DontKnow, weighted.Refused)
            .ShouldBe((true, 5, 17, 4, 2, 8, 1, 4));
        weighted.NonresponseRate.ShouldBe(5 / 9.0);
        counts.Count.ShouldBe(2);
    }

    [Fact]
    public void Without_weights_items_come_once_and_with_nobody_asked_there_is_no_rate()
    {
        Survey survey = SampleSurveys.Of((SampleSurveys.Item("E1", "effort", 0, 4), [Gap, Gap]));
        survey.Missing[0][0] = survey.Missing[0][1] = MissingCode.NotAsked;

        ItemResponseCount count = ItemResponseRates.Estimate(survey).ShouldHaveSingleItem();

        (count.Firms, count.Asked, count.NonresponseRate).ShouldBe((0, 0, double.NaN));
    }

    [Fact]
    public void An_item_that_few_firms_were_asked_is_held_back()
    {
        Survey survey = SampleSurveys.Of((SampleSurveys.Item("E1", "effort", 0, 4), [1, 2, Gap, Gap]));

        Table table = Quality(survey).ToTables(SampleSurveys.Ids(4)).Single(table => table.Name == "item_response");

        table.Numbers("n").ShouldBe([Gap]);
        table.Numbers("nonresponse_rate").ShouldBe([Gap]);
    }

    [Fact]
    public void Firms_have_rates_of_their_own_and_one_without_an_answer_has_its_place()
    {
        Survey survey = SampleSurveys.Of(
            (SampleSurveys.Item("E1", "effort", 0, 4), [1, Gap, Gap]),
            (SampleSurveys.Item("E2", "effort", 0, 4), [1, 2, Gap]));
        survey.Missing[0][2] = survey.Missing[1][2] = MissingCode.NotAsked;

        SurveyQualityResult quality = Quality(survey);

        quality.Interviews.Select(interview => interview.NonresponseRate).ShouldBe([0, 0.5, double.NaN]);
        quality.Interviews.Select(interview => interview.Applicable).ShouldBe([2, 2, 0]);
        quality.Notes.ShouldContain(note => note.Code == "empty-interviews" && note.Text.StartsWith("1 of 3"));
    }

    [Fact]
    public void Equal_answers_of_a_battery_are_measured_by_run_share_and_spread()
    {
        Survey survey = Battery([3, 3, 3, 1, 3, Gap], [2, 2, 2, 2, 2, 2], [1, 2, 3, 4, 5, 1]);

        IReadOnlyList<StraightLine> lines = StraightLining.Estimate(survey);

        (lines[0].Answered, lines[0].LongestRun, lines[0].IdenticalShare, lines[0].Flagged).ShouldBe((5, 3, 0.8, false));
        lines[0].StandardDeviation.ShouldBe(Math.Sqrt(0.8), tolerance: 1e-14);
        (lines[1].LongestRun, lines[1].IdenticalShare, lines[1].StandardDeviation, lines[1].Flagged).ShouldBe((6, 1, 0, true));
        (lines[2].LongestRun, lines[2].Flagged).ShouldBe((1, false));
        StraightLining.Estimate(survey, new() { IdenticalShare = 0.8 })[0].Flagged.ShouldBeTrue();
        StraightLining.Estimate(survey, new() { LeastAnswers = 6 }).Select(line => line.Respondent).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_run_passes_over_what_was_not_answered() =>
        StraightLining.Estimate(Battery([3, Gap, 3, 3, 1, 1])).ShouldHaveSingleItem().LongestRun.ShouldBe(3);

    [Fact]
    public void Yes_and_no_counts_percentages_and_checks_are_no_battery()
    {
        (SurveyItem, double[]) Column(int n, double least, double most) => (SampleSurveys.Item($"E{n}", "effort", least, most), [1]);
        StraightLining.Estimate(SampleSurveys.Of([.. Enumerable.Range(1, 6).Select(n => Column(n, 0, 1))])).ShouldBeEmpty();
        StraightLining.Estimate(SampleSurveys.Of([.. Enumerable.Range(1, 6).Select(n => Column(n, 0, 100))])).ShouldBeEmpty();
        StraightLining.Estimate(SampleSurveys.Of([.. Enumerable.Range(1, 6).Select(n => Column(n, 0, double.NaN))])).ShouldBeEmpty();
        StraightLining.Estimate(SampleSurveys.Of([.. Enumerable.Range(1, 6).Select(
            n => (SampleSurveys.Item($"E{n}", "effort", 1, 5) with { Expected = n == 6 ? 1 : double.NaN }, new double[] { 1 }))]))
            .ShouldHaveSingleItem().Answered.ShouldBe(5);
    }

    [Fact]
    public void Equal_answers_to_items_of_both_directions_are_marked() => StraightLining.Estimate(SampleSurveys.Of(
        [.. Enumerable.Range(1, 5).Select(n => (SampleSurveys.Item($"E{n}", "effort", 1, 5, reverse: n == 2), new double[] { 4 }))]))
        .ShouldHaveSingleItem().BothDirections.ShouldBeTrue();

    [Fact]
    public void A_survey_in_which_all_answers_are_the_same_gives_flags_and_no_effects()
    {
        Survey survey = Battery([.. Enumerable.Repeat<double[]>([2, 2, 2, 2, 2], 12)]) with
        {
            Interviewers = [.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? "A" : "B")],
        };

        SurveyQualityResult quality = Quality(survey);

        quality.StraightLines.ShouldAllBe(line => line.Flagged);
        quality.InterviewerEffects.ShouldHaveSingleItem().Correlation.Estimate.ShouldBe(double.NaN);
        quality.Directions.ShouldBeEmpty();
        quality.Interviewers.Select(entry => entry.StraightLinedShare).ShouldBe([1, 1]);
        quality.ToTables(SampleSurveys.Ids(12)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Interviewers_differ_by_what_their_analysis_of_variance_says()
    {
        // Scores as shares: A 0.25, 0.25, 0.5; B 0.75, 1, 1: 0.5 between the means, variances 1/48 each.
        Survey survey = SampleSurveys.Of(
            (SampleSurveys.Item("E1", "effort", 0, 4), [1, 1, 2, 3, 4, 4]),
            (SampleSurveys.Item("E2", "effort", 0, 4, reverse: true), [3, 3, 2, 1, 0, 0])) with
        {
            Interviewers = ["A", "A", "A", "B", "B", "B"],
        };

        InterviewerEffect effect = InterviewerEffects.Estimate(survey).ShouldHaveSingleItem();

        double between = 3 * 2 * Math.Pow((11 / 12.0 - 1 / 3.0) / 2, 2);
        double within = 1 / 48.0;
        (effect.Block, effect.Correlation.Count, effect.Correlation.Groups).ShouldBe(("E", 6, 2));
        effect.Correlation.Estimate.ShouldBe((between - within) / (between + (2 * within)), tolerance: 1e-12);
        effect.AdjustedPValue.ShouldBe(effect.Correlation.PValue);
    }

    [Fact]
    public void An_interview_without_interviewer_is_left_out_and_one_interviewer_alone_has_no_effect()
    {
        Survey survey = Battery([1, 2, 3, 4, 5], [2, 2, 3, 4, 5], [3, 2, 1, 5, 4], [4, 4, 4, 4, 1], [5, 5, 5, 1, 1]);

        InterviewerEffects.Estimate(survey).ShouldBeEmpty();
        InterviewerEffects.Estimate(survey with { Interviewers = ["A", "A", "A", "A", ""] }).ShouldBeEmpty();
        InterviewerEffects.Estimate(survey with { Interviewers = ["A", "B", "C", "D", "E"] }).ShouldBeEmpty();
        InterviewerEffects.Estimate(survey with { Interviewers = ["A", "A", "B", "B", ""] }).ShouldHaveSingleItem().Correlation.Count.ShouldBe(4);
        Quality(survey with { Interviewers = ["A", "A", "B", "B", ""] }).Notes
            .ShouldContain(note => note.Code == "unknown-interviewer" && note.Text.Contains("1 of 5"));
        Quality(survey with { Interviewers = ["A", "A", "A", "A", "A"] }).Notes.ShouldContain(note => note.Code == "one-interviewer");
    }

    [Fact]
    public void A_check_is_failed_by_another_answer_and_not_by_none()
    {
        Survey survey = SampleSurveys.Of(
            (SampleSurveys.Item("E90", "attention_check", 0, 4) with { Expected = 3 }, [3, 3, 1, Gap, 0]),
            (SampleSurveys.Item("E1", "effort", 0, 4), [1, 2, 3, 4, 0])) with
        {
            Interviewers = ["A", "A", "B", "B", "B"],
        };

        SurveyQualityResult quality = Quality(survey);

        AttentionCheck check = quality.AttentionChecks.ShouldHaveSingleItem();
        (check.Answered, check.Failed, check.FailedShare).ShouldBe((4, 2, 0.5));
        quality.Interviews.Select(interview => interview.FailedChecks).ShouldBe([0, 0, 1, 0, 1]);
        quality.Interviewers.Select(entry => entry.FailedShare).ShouldBe([0, 1]);
    }

    [Fact]
    public void An_interview_is_short_against_the_median_of_all()
    {
        Survey survey = Battery([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]) with
        {
            Minutes = [60, 64, 29, 62, Gap],
            Interviewers = ["A", "A", "B", "B", "B"],
        };

        SurveyQualityResult quality = Quality(survey);

        quality.MedianMinutes.ShouldBe(61);
        quality.Interviews.Select(interview => interview.IsShort).ShouldBe([false, false, true, false, false]);
        quality.Interviewers[1].ShortShare.ShouldBe(0.5);
        quality.Interviewers[1].DurationRatio.ShouldBe(45.5 / 61);
        SurveyQuality.Estimate(survey, new() { ShortShare = 0.4 }).Interviews.ShouldAllBe(interview => !interview.IsShort);
    }

    [Fact]
    public void Second_visits_are_paired_by_firm()
    {
        Survey first = SampleSurveys.Of([7, 8, 9], (SampleSurveys.Item("E1", "effort", 0, 4), [1, 2, 3]), (SampleSurveys.Item("E2", "effort", 0, 4), [0, Gap, 4]));
        Survey survey = first with
        {
            SecondVisits = SampleSurveys.Of([9, 8], (SampleSurveys.Item("E1", "effort", 0, 4), [3, 4]), (SampleSurveys.Item("E2", "effort", 0, 4), [3, 1])),
        };

        IReadOnlyList<VisitAgreement> visits = DoubleVisits.Estimate(survey);

        (visits[0].Firms.Count, visits[0].Agreement, visits[0].MeanDifference).ShouldBe((2, 0.5, 1));
        visits[1].Firms.ShouldBe([9]);
        (visits[1].Agreement, visits[1].MeanDifference).ShouldBe((0, -1));
        Table pairs = DoubleVisits.ToPairs(visits, SampleSurveys.Ids(10));
        pairs.Texts("firm_id").ShouldBe(["F9", "F8", "F9"]);
        pairs.Numbers("first").ShouldBe([3, 2, 4]);
        pairs.Numbers("second").ShouldBe([3, 4, 3]);
        DoubleVisits.ToTable(visits).Texts("item").ShouldBe(["E1", "E2"]);
        DoubleVisits.Estimate(first).ShouldBeEmpty();
    }

    [Fact]
    public void Kappa_of_two_visits_takes_chance_out()
    {
        // Of ten firms four say yes twice, four no twice, two change: observed 0.8, by chance 0.5, kappa 0.6.
        double[] first = [1, 1, 1, 1, 0, 0, 0, 0, 1, 0];
        double[] second = [1, 1, 1, 1, 0, 0, 0, 0, 0, 1];
        int[] firms = [.. Enumerable.Range(0, 10)];
        VisitAgreement Visit(string scale, double maximum, double[] again) => new(
            SampleSurveys.Item("Q1", "effort", 0, maximum) with { Scale = scale }, firms, first, again);

        VisitAgreement plain = Visit("Y", 1, second);

        plain.Kappa!.Kappa.ShouldBe(0.6, tolerance: 1e-12);
        Table table = DoubleVisits.ToTable([plain, Visit("P", 100, second), Visit("F5", 4, [.. second[..9], 0.5])]);
        table.Numbers("kappa").ShouldBe([plain.Kappa.Kappa, double.NaN, double.NaN]);
        table.Numbers("conf_low")[0].ShouldBe(plain.Kappa.Low);
        table.Numbers("conf_high")[0].ShouldBe(plain.Kappa.High);
        plain.Kappa.Low.ShouldBeLessThan(0.6);
    }

    [Fact]
    public void Kappa_forgives_near_answers_on_an_ordered_scale_more_than_far_ones()
    {
        double[] first = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4];
        VisitAgreement Visit(double last) => new(
            SampleSurveys.Item("Q1", "effort", 0, 4) with { Scale = "F5" }, [.. Enumerable.Range(0, 10)], first, [.. first[..9], last]);

        // Squared steps: one pair is one step off, of a mean squared distance by chance of 4 (margins 0.2 each) less 0.04·(…).
        Visit(3).Kappa!.Kappa.ShouldBeGreaterThan(Visit(0).Kappa!.Kappa);
        Visit(4).Kappa!.Kappa.ShouldBe(1);
        new VisitAgreement(SampleSurveys.Item("Q1", "effort", 0, 4), [], [], []).Kappa.ShouldBeNull();
    }

    [Fact]
    public void A_reverse_item_that_is_not_marked_is_found_and_a_marked_one_is_not()
    {
        double[] wanted = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 2, 3, 4, 1, 5, 3];
        double[] near = [1, 2, 3, 5, 4, 2, 2, 3, 4, 5, 1, 3, 4, 1, 5, 3];
        double[] against = [.. wanted.Select(answer => 6 - answer)];
        Survey unmarked = SampleSurveys.Of(
            (SampleSurveys.Item("E1", "effort", 1, 5), wanted),
            (SampleSurveys.Item("E2", "effort", 1, 5), near),
            (SampleSurveys.Item("E3", "effort", 1, 5), [.. wanted.Select(answer => Math.Min(5, answer + 1))]),
            (SampleSurveys.Item("E4", "effort", 1, 5), against));
        Survey marked = unmarked with { Items = [.. unmarked.Items.Select(item => item.Id == "E4" ? item with { Reverse = true } : item)] };

        ItemDirections.Estimate(unmarked).Where(entry => entry.Verdict == DirectionVerdict.Against).Select(entry => entry.Item.Id).ShouldBe(["E4"]);
        Quality(unmarked).Notes.Single(note => note.Code == "item-against").Text.ShouldStartWith("Answers to E4 run against");
        Quality(marked).Notes.ShouldNotContain(note => note.Code == "item-against");
        ItemDirections.Estimate(marked).ShouldAllBe(entry => entry.Verdict == DirectionVerdict.AsStated && entry.Firms == 16);
        ItemDirections.Estimate(unmarked, new() { LeastComplete = 17 }).ShouldBeEmpty();
        ItemDirections.ToTable(ItemDirections.Estimate(unmarked)).Texts("verdict").ShouldContain("against");
    }

    [Fact]
    public void Two_items_collections_of_causes_and_items_with_one_respondent_are_not_judged()
    {
        double[] up = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5];
        double[] down = [.. up.Select(answer => 6 - answer)];
        ItemDirections.Estimate(SampleSurveys.Of(
            (SampleSurveys.Item("E1", "effort", 1, 5), up), (SampleSurveys.Item("E2", "effort", 1, 5), down))).ShouldBeEmpty();
        ItemDirections.Estimate(SampleSurveys.Of(
            (SampleSurveys.Item("M1", "mechanism", 1, 5), up), (SampleSurveys.Item("M2", "mechanism", 1, 5), down),
            (SampleSurveys.Item("M3", "mechanism", 1, 5), up))).ShouldBeEmpty();
        ItemDirections.Estimate(SampleSurveys.Of(
            (SampleSurveys.Item("E1", "effort", 1, 5), up), (SampleSurveys.Item("E2", "effort", 1, 5), down),
            (SampleSurveys.Item("E3", "effort", 1, 5), [3, .. Enumerable.Repeat(Gap, 9)]))).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_study_does_not_give_is_said()
    {
        SurveyQualityResult quality = Quality(Battery([1, 2, 3, 4, 5]));

        quality.Notes.Select(note => note.Code).ShouldBe(["no-interviewer", "no-duration", "no-second-visits", "no-attention-check"]);
        quality.Notes[0].Text.ShouldStartWith("No interviewer column: interviewer effects cannot be assessed.");
        (quality.MedianMinutes, quality.SecondVisits).ShouldBe((double.NaN, 0));
        quality.Interviewers.ShouldBeEmpty();
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SurveyQualityOptions { IdenticalShare = 0.4 });
        Should.Throw<ArgumentOutOfRangeException>(() => new SurveyQualityOptions { LeastAnswers = 2 });
        Should.Throw<ArgumentOutOfRangeException>(() => new SurveyQualityOptions { ShortShare = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new SurveyQualityOptions { LeastComplete = 3 });
    }

    private static SurveyQualityResult Quality(Survey survey) => SurveyQuality.Estimate(survey);

    private static Survey Battery(params double[][] interviews) => SampleSurveys.Of([.. Enumerable.Range(0, interviews[0].Length).Select(item =>
        (SampleSurveys.Item(FormattableString.Invariant($"E{item + 1}"), "effort", 1, 5), interviews.Select(interview => interview[item]).ToArray()))]);
}
