using Karkhana.Capability;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class ScaleDiagnosticsTests
{
    private static readonly ScaleCheckKind[] OfLatentModel =
    [
        ScaleCheckKind.DependentPairs, ScaleCheckKind.ApproximationError, ScaleCheckKind.ResidualCorrelation,
        ScaleCheckKind.ComparativeFit, ScaleCheckKind.MisfittingItems, ScaleCheckKind.OddFirms,
    ];

    [Fact]
    public void A_correlation_is_worked_out_by_hand_over_the_firms_with_both_values()
    {
        // Deviations (−2, −1, 0, 1, 2) and (−2, 0, −1, 1, 2): products 4 + 0 + 0 + 1 + 4 = 9, squares 10 each.
        (double correlation, int firms) = new MonetisedEffortResult([], [1, 2, 3, double.NaN, 4, 5], MonetisedEffortGap.None)
            .CorrelationWith([10, 12, 11, 7, 13, 14]);

        firms.ShouldBe(5);
        correlation.ShouldBe(0.9, tolerance: 1e-14);
    }

    [Fact]
    public void Sound_items_meet_every_rule_that_the_number_of_firms_allows()
    {
        ScaleDiagnosticsResult result = Diagnose(Made(400));

        result.Checks.Where(check => check.Kind is not (ScaleCheckKind.MonetisedEffort or ScaleCheckKind.DependentPairs))
            .ShouldAllBe(check => check.Verdict == ScaleVerdict.Met);
        result.Find("effort", ScaleCheckKind.MonetisedEffort)!.Obstacle.ShouldBe(ScaleObstacle.NoAmounts);
        result.Find("effort", ScaleCheckKind.Invariance)!.Estimate.ShouldBe(2);
        result.Find("effort", ScaleCheckKind.Alpha)!.Estimate.ShouldBe(CronbachAlpha.Estimate(
            ScaledItems.Of("effort", Made(400)).Responses, cancellationToken: TestContext.Current.CancellationToken).Alpha);
    }

    [Fact]
    public void A_planted_item_is_flagged_alone_and_its_impact_is_that_of_the_definition()
    {
        ScaleDiagnosticsResult result = Diagnose(Made(400, harderForDispersed: 1.2));

        ScaleDifferences found = result.Differences.Single();
        found.Flagged.ShouldBe(["E3"]);
        found.Suspected.Count.ShouldBeLessThanOrEqualTo(1);
        found.Impact.ShouldBeLessThan(0); // without the item that is harder for them, dispersed firms come nearer
        result.Find("effort", ScaleCheckKind.DifferentialImpact)!.Estimate.ShouldBe(found.Impact);
        found.Items.Single(item => item.Item == "E3").GroupCoefficient.ShouldBeLessThan(0);
        (found.Clustered, found.Dispersed).ShouldBe((200, 200));
    }

    [Fact]
    public void Exchanging_the_groups_turns_the_difference_round_and_keeps_the_flags()
    {
        Survey survey = Made(400, harderForDispersed: 1.2);

        ScaleDifferences one = Diagnose(survey).Differences.Single();
        ScaleDifferences other = Diagnose(survey, clustered: row => row % 2 == 1).Differences.Single();

        other.Flagged.ShouldBe(one.Flagged);
        other.Difference.ShouldBe(-one.Difference, tolerance: 1e-12);
        other.Impact.ShouldBe(-one.Impact, tolerance: 1e-12);
    }

    [Theory]
    [InlineData(24, ScaleVerdict.CannotTell)]
    [InlineData(25, ScaleVerdict.Met)]
    public void A_small_group_is_refused_with_the_number_that_it_would_need(int dispersed, ScaleVerdict expected)
    {
        ScaleDiagnosticsResult result = Diagnose(Made(200), clustered: row => row >= dispersed);

        ScaleCheck check = result.Find("effort", ScaleCheckKind.DifferentialItems)!;
        check.Verdict.ShouldBe(expected);
        check.Firms.ShouldBe(dispersed);
        check.FirmsNeeded.ShouldBe(expected == ScaleVerdict.CannotTell ? 25 : null);
        result.Differences.Count.ShouldBe(expected == ScaleVerdict.CannotTell ? 0 : 1);
        result.Find("effort", ScaleCheckKind.Invariance)!.FirmsNeeded.ShouldBe(100);
    }

    [Fact]
    public void A_scale_without_latent_model_says_which_checks_it_cannot_have_and_compares_sums()
    {
        ScaleDiagnosticsResult result = Diagnose(Made(70));

        result.Checks.Where(check => check.Obstacle == ScaleObstacle.NoLatentModel).Select(check => check.Kind).ShouldBe(OfLatentModel);
        result.Find("effort", ScaleCheckKind.DifferentialItems)!.Firms.ShouldBe(35);
        result.Differences.Single().Clustered.ShouldBe(35);
    }

    [Fact]
    public void Too_few_complete_answers_are_told_with_the_number_needed()
    {
        ScaleDiagnosticsResult result = Diagnose(Made(40));

        foreach (ScaleCheckKind kind in (ScaleCheckKind[])[ScaleCheckKind.Omega, ScaleCheckKind.OrdinalOmega, ScaleCheckKind.Dimensions])
        {
            ScaleCheck check = result.Find("effort", kind)!;
            (check.Verdict, check.Obstacle, check.Firms, check.FirmsNeeded)
                .ShouldBe((ScaleVerdict.CannotTell, ScaleObstacle.TooFewFirms, 40, 50));
        }

        result.Find("effort", ScaleCheckKind.Alpha)!.Verdict.ShouldBe(ScaleVerdict.Met);
    }

    [Fact]
    public void An_item_turned_round_is_named()
    {
        Survey plain = Made(300);
        Survey turned = plain with
        {
            Answers = [.. plain.Answers.Select((answers, item) => item == 1 ? [.. answers.Select(answer => 4 - answer)] : answers)],
        };

        Diagnose(turned).Find("effort", ScaleCheckKind.ReversedItems)!.Items.ShouldBe(["E1"]);
    }

    [Fact]
    public void A_pair_that_shares_more_than_the_scale_is_named_first()
    {
        ScaleCheck check = Diagnose(Made(300, sharedByLast: 1.2)).Find("effort", ScaleCheckKind.DependentPairs)!;

        check.Verdict.ShouldBe(ScaleVerdict.NotMet);
        check.Items[0].ShouldBe("E6 with E7");
    }

    [Fact]
    public void Items_on_open_scales_cannot_be_compared_between_groups()
    {
        Survey closed = Made(200);
        Survey open = closed with { Items = [.. closed.Items.Select(item => item with { Maximum = double.NaN })] };

        ScaleDiagnosticsResult result = Diagnose(open);

        result.Find("effort", ScaleCheckKind.DifferentialItems)!.Obstacle.ShouldBe(ScaleObstacle.ItemsNotOrdered);
        result.Find("effort", ScaleCheckKind.OrdinalOmega)!.Obstacle.ShouldBe(ScaleObstacle.ItemsNotOrdered);
    }

    [Theory]
    [InlineData(1, ConstructDistinction.NotDistinct)]
    [InlineData(0.2, ConstructDistinction.Distinct)]
    public void Constructs_that_share_their_factor_cannot_be_told_apart(double shared, ConstructDistinction expected)
    {
        ConstructPair pair = Diagnose(Two(300, shared)).Pairs.Single();

        pair.Distinction.ShouldBe(expected);
        (pair.First, pair.Second, pair.Firms).ShouldBe(("capability", "effort", 300));
        pair.ConfLow.ShouldBeLessThan(pair.Ratio);
    }

    [Fact]
    public void Too_few_firms_cannot_tell_constructs_apart() =>
        Diagnose(Two(29, 0.2)).Pairs.Single().Distinction.ShouldBe(ConstructDistinction.CannotTell);

    [Fact]
    public void Effort_in_money_needs_a_wage_and_then_goes_with_effort()
    {
        Survey scale = Made(100);
        SurveyItem days = SampleSurveys.Item("E1", "days") with { Scale = "N" };
        double[] spent = [.. Enumerable.Range(0, 100).Select(row => scale.Answers.Select(item => item[row]).Sum())];
        Survey survey = SampleSurveys.Of(
            [.. scale.Items.Select((item, i) => (item with { Id = $"S{i}" }, scale.Answers[i])), (days, spent)]);

        Diagnose(survey).Find("effort", ScaleCheckKind.MonetisedEffort)!.Obstacle.ShouldBe(ScaleObstacle.NoWage);
        ScaleCheck check = Diagnose(survey, new() { DailyWage = 100 }).Find("effort", ScaleCheckKind.MonetisedEffort)!;
        check.Verdict.ShouldBe(ScaleVerdict.Met);
        check.Estimate.ShouldBeInRange(0.7, 1);
        check.ConfLow.ShouldBe(Math.Tanh(Math.Atanh(check.Estimate) - (1.959963984540054 / Math.Sqrt(97))), tolerance: 1e-12);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_tables()
    {
        Survey survey = Made(120, harderForDispersed: 0.8);
        ScaleDiagnosticsResult one = Diagnose(survey, execution: new ExecutionOptions { Workers = 1 });
        ScaleDiagnosticsResult four = Diagnose(survey, execution: new ExecutionOptions { Workers = 4 });

        foreach ((Table first, Table second) in Tables(one).Zip(Tables(four)))
        {
            second.Columns.SelectMany(column => Enumerable.Range(0, second.RowCount).Select(row => column[row]))
                .ShouldBe(first.Columns.SelectMany(column => Enumerable.Range(0, first.RowCount).Select(row => column[row])));
        }
    }

    [Fact]
    public void Groups_that_are_not_one_per_firm_are_refused()
    {
        Survey survey = Made(80);
        FirmScores scores = FirmScores.Of(SampleSurveys.Ids(80), survey, cancellationToken: TestContext.Current.CancellationToken);

        Should.Throw<ArgumentException>(() => ScaleDiagnostics.Estimate(
            new ScaleDiagnosticsInput(scores, survey, [true, false]), cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("80");
    }

    private static Table[] Tables(ScaleDiagnosticsResult result) =>
        [result.ToTable(), result.ToDifferentialItems(), result.ToDiscriminantValidity()];

    private static ScaleDiagnosticsResult Diagnose(
        Survey survey, ScaleDiagnosticsOptions? options = null, Func<int, bool>? clustered = null, ExecutionOptions? execution = null)
    {
        FirmScores scores = FirmScores.Of(
            SampleSurveys.Ids(survey.Respondents), survey, execution: execution, cancellationToken: TestContext.Current.CancellationToken);
        return ScaleDiagnostics.Estimate(
            new ScaleDiagnosticsInput(
                scores, survey, [.. Enumerable.Range(0, survey.Respondents).Select(row => (bool?)(clustered is null ? row % 2 == 0 : clustered(row)))])
            {
                Employment = [.. Enumerable.Range(0, survey.Respondents).Select(_ => 10.0)],
            },
            options, execution, TestContext.Current.CancellationToken);
    }

    // Five categories, eight items, one latent variable; every second firm is dispersed, and E3 may be harder for it; the
    // last two items may share a second variable of the given size.
    private static Survey Made(int firms, double harderForDispersed = 0, double sharedByLast = 0)
    {
        RandomStream stream = new(7, RandomPurpose.Example, firms);
        RandomStream second = new(9, RandomPurpose.Example, firms);
        double[] theta = [.. Enumerable.Range(0, firms).Select(_ => stream.NextGaussian())];
        double[] shared = [.. Enumerable.Range(0, firms).Select(_ => sharedByLast * second.NextGaussian())];
        return SampleSurveys.Of([.. Enumerable.Range(0, 8).Select(item => (
            SampleSurveys.Item($"E{item}", "effort", 0, 4),
            theta.Select((value, row) => Answer(
                value + (item >= 6 ? shared[row] : 0) - (item == 3 && row % 2 == 1 ? harderForDispersed : 0), 1 + (0.1 * item), stream)).ToArray()))]);
    }

    private static Survey Two(int firms, double shared)
    {
        RandomStream stream = new(8, RandomPurpose.Example, firms);
        double[] first = [.. Enumerable.Range(0, firms).Select(_ => stream.NextGaussian())];
        double[] second = [.. first.Select(value => (shared * value) + (Math.Sqrt(1 - (shared * shared)) * stream.NextGaussian()))];
        return SampleSurveys.Of(
        [
            .. Enumerable.Range(0, 5).Select(item => (
                SampleSurveys.Item($"C{item}", "capability", 0, 4), first.Select(value => Answer(value, 1.2, stream)).ToArray())),
            .. Enumerable.Range(0, 5).Select(item => (
                SampleSurveys.Item($"E{item}", "effort", 0, 4), second.Select(value => Answer(value, 1.2, stream)).ToArray())),
        ]);
    }

    private static double Answer(double theta, double slope, RandomStream stream)
    {
        double chance = stream.NextDouble();
        return Enumerable.Range(0, 4).Count(step => chance < 1 / (1 + Math.Exp(-slope * 1.7 * (theta + 1.5 - step))));
    }
}
