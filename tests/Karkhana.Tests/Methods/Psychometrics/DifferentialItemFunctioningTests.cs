using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Methods.Psychometrics.GroupedAnswers;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class DifferentialItemFunctioningTests
{
    private const DifferentialItemFunctioningMethod Logistic = DifferentialItemFunctioningMethod.Logistic;
    private const DifferentialItemFunctioningMethod Ordinal = DifferentialItemFunctioningMethod.Ordinal;

    private static readonly Gen<GroupedResponses> TwoGroups = Grouped(categories: 2);

    private static readonly Gen<GroupedResponses> TwoGroupsWithManyAnswers = Grouped(categories: 4);

    [Fact]
    public void Two_strata_are_worked_out_by_hand()
    {
        // Score 1: reference 3 right of 4, focal 2 of 4. Score 2: reference 4 of 5, focal 1 of 4.
        // ΣAD/N = 6/8 + 12/9, ΣBC/N = 2/8 + 1/9; A − E(A) = 3 − 2.5 + 4 − 25/9; Var = 240/448 + 400/648.
        GroupedResponses input = Table([(1, 3, 1, 2, 2), (2, 4, 1, 1, 3)]);
        ItemDifference item = Estimate(input, new() { Matching = MatchingVariable.Score }).Items[0];
        double away = 0.5 + 4 - (25.0 / 9);
        double variance = (240.0 / 448) + (400.0 / 648);

        item.OddsRatio.ShouldBe(75.0 / 13, tolerance: 1e-13);
        item.Delta.ShouldBe(-2.35 * Math.Log(75.0 / 13), tolerance: 1e-13);
        item.Statistic.ShouldBe((away - 0.5) * (away - 0.5) / variance, tolerance: 1e-13);
        item.StandardisedDifference.ShouldBe(-0.4, tolerance: 1e-15);
        item.Strata.ShouldBe(2);
        item.Class.ShouldBe("A"); // delta is large, but p is 0.26
        Estimate(input, new() { Matching = MatchingVariable.Score, ContinuityCorrection = false }).Items[0].Statistic
            .ShouldBe(away * away / variance, tolerance: 1e-13);
    }

    [Fact]
    public void The_error_of_the_odds_ratio_is_that_of_Robins_Breslow_and_Greenland_in_one_stratum()
    {
        // In one table their variance is 1/A + 1/B + 1/C + 1/D.
        ItemDifference item = Estimate(Table([(1, 12, 8, 5, 15)]), new() { Matching = MatchingVariable.Score }).Items[0];

        item.LogOddsRatioStandardError.ShouldBe(Math.Sqrt((1.0 / 12) + (1.0 / 8) + (1.0 / 5) + (1.0 / 15)), tolerance: 1e-13);
    }

    [Fact]
    public void Mantels_statistic_of_three_answers_is_worked_out_by_hand()
    {
        // Reference answers 0, 1, 2 and 2; focal 0, 0, 1 and 2: sum 5, expected 4 · 8/8 = 4, variance 4·4/(64·7) · (8·14 − 64).
        GroupedResponses input = Rows([(0, 0), (1, 0), (2, 0), (2, 0), (0, 1), (0, 1), (1, 1), (2, 1)]);
        ItemDifference item = Estimate(input, new() { Matching = MatchingVariable.Score }).Items[0];

        item.Statistic.ShouldBe(1 / (16.0 / 448 * 48), tolerance: 1e-13);
        item.StandardisedDifference.ShouldBe(-0.5, tolerance: 1e-15);
        item.OddsRatio.ShouldBe(((3.0 * 2) + (2 * 3)) / ((1 * 2) + (2 * 1)), tolerance: 1e-13);
    }

    [Fact]
    public void Mantel_Haenszel_is_what_its_definition_says_respondent_by_respondent() => TwoGroups.Sample(input =>
    {
        DifferentialItemFunctioningResult result = Estimate(input, new() { ContinuityCorrection = false });
        return input.Responses.Items.Select((_, item) => Bits.Close(
            [result.Items[item].OddsRatio, result.Items[item].Statistic, result.Items[item].StandardisedDifference, result.Items[item].Strata],
            Direct(input, item), relative: 1e-9)).All(same => same);
    });

    [Fact]
    public void Exchanging_groups_or_answers_turns_the_odds_ratio_and_keeps_the_test() => TwoGroupsWithManyAnswers.Sample(input =>
    {
        DifferentialItemFunctioningOptions options = new() { Matching = MatchingVariable.Score };
        GroupedResponses scored = input with { Scores = [.. input.Responses.Answers[0].Select((_, row) => (double)(row % 3))] };
        GroupedResponses turned = scored with
        {
            Responses = scored.Responses with { Answers = [.. scored.Responses.Answers.Select(item => item.Select(answer => 3 - answer).ToArray())] },
        };
        IReadOnlyList<ItemDifference> here = Estimate(scored, options).Items;
        return new[] { Estimate(scored, options with { ReferenceGroup = "1" }).Items, Estimate(turned, options).Items }.All(there =>
            here.Zip(there).All(pair =>
                Bits.Close([pair.First.Statistic, pair.First.LogOddsRatioStandardError], [pair.Second.Statistic, pair.Second.LogOddsRatioStandardError], 1e-9)
                && (!double.IsFinite(pair.First.Delta) || Bits.Close([pair.First.Delta], [-pair.Second.Delta], 1e-9))));
    });

    [Fact]
    public void Logistic_regression_reaches_the_maximum_that_plain_Newton_steps_find() => TwoGroups.Sample(input =>
    {
        DifferentialItemFunctioningResult result = Estimate(input, new() { Method = Logistic });
        double[] total = Totals(input);
        double[] focal = [.. input.Groups.Select(code => code == "1" ? 1.0 : 0)];
        return result.Items.Select((item, place) => item.Separated || double.IsNaN(item.TotalStatistic)
            || IsMaximum(input.Responses.Answers[place], total, focal, item)).All(same => same);
    });

    [Fact]
    public void Ordinal_regression_of_two_answers_is_logistic_regression() => TwoGroups.Sample(input =>
        Estimate(input, new() { Method = Logistic }).Items.SequenceEqual(Estimate(input, new() { Method = Ordinal }).Items));

    [Fact]
    public void Ordinal_regression_does_not_mind_the_direction_of_the_answers_nor_the_unit_of_the_score() => TwoGroupsWithManyAnswers.Sample(input =>
    {
        GroupedResponses turned = input with
        {
            Responses = input.Responses with { Answers = [.. input.Responses.Answers.Select(item => item.Select(answer => 7 - (2 * answer)).ToArray())] },
        };
        return Estimate(input, new() { Method = Ordinal }).Items.Zip(Estimate(turned, new() { Method = Ordinal }).Items).All(pair =>
            Bits.Close(
                [pair.First.UniformStatistic, pair.First.NonuniformStatistic, pair.First.NagelkerkeDifference],
                [pair.Second.UniformStatistic, pair.Second.NonuniformStatistic, pair.Second.NagelkerkeDifference], relative: 1e-6)
            && (pair.First.Separated || Bits.Close([pair.First.GroupCoefficient], [-pair.Second.GroupCoefficient], relative: 1e-6)));
    });

    [Theory]
    [InlineData(DifferentialItemFunctioningMethod.MantelHaenszel)]
    [InlineData(DifferentialItemFunctioningMethod.Logistic)]
    [InlineData(DifferentialItemFunctioningMethod.Ordinal)]
    public void A_planted_item_is_found_and_the_others_are_called_at_about_the_nominal_rate(DifferentialItemFunctioningMethod method)
    {
        const int Replicates = 60;
        (int found, int called, double impact) = (0, 0, 0);
        for (int replicate = 0; replicate < Replicates; replicate++)
        {
            DifferentialItemFunctioningResult result = Estimate(
                Planted(respondents: 800, replicate), new() { Method = method, Purify = true, ContinuityCorrection = false });
            found += Tail(result.Items[3]) < 0.01 ? 1 : 0;
            called += result.Items.Where((_, item) => item != 3).Count(item => Tail(item) < 0.05);
            impact += result.Impact / Replicates;
        }

        found.ShouldBeGreaterThanOrEqualTo(58);
        (called / (9.0 * Replicates)).ShouldBeInRange(0.025, 0.08);
        if (method == DifferentialItemFunctioningMethod.MantelHaenszel)
        {
            impact.ShouldBeGreaterThan(0.02); // the focal group looks weaker than it is because of the planted item
        }
    }

    [Fact]
    public void The_error_of_the_cumulative_odds_ratio_is_the_spread_over_samples()
    {
        double[] logs = new double[300];
        double errors = 0;
        for (int replicate = 0; replicate < logs.Length; replicate++)
        {
            ItemDifference item = Estimate(CumulativeSample(replicate), new() { Matching = MatchingVariable.Score }).Items[0];
            logs[replicate] = Math.Log(item.OddsRatio);
            errors += item.LogOddsRatioStandardError / logs.Length;
        }

        double mean = logs.Average();
        double spread = Math.Sqrt(logs.Sum(log => (log - mean) * (log - mean)) / (logs.Length - 1));
        mean.ShouldBe(0.6, tolerance: 0.04);
        errors.ShouldBe(spread, tolerance: 0.12 * spread);
    }

    [Fact]
    public void Purification_takes_a_large_difference_out_of_the_total_of_the_others()
    {
        GroupedResponses input = Planted(respondents: 2000, replicate: 7, shift: 2);
        DifferentialItemFunctioningResult plain = Estimate(input);
        DifferentialItemFunctioningResult pure = Estimate(input, new() { Purify = true });

        plain.Rounds.ShouldBe(0);
        pure.Rounds.ShouldBeInRange(1, 10);
        pure.Items[3].Class.ShouldBe("C");
        Others(pure).ShouldBeLessThan(Others(plain));
        pure.GroupDifference.ShouldBe(plain.GroupDifference);

        static double Others(DifferentialItemFunctioningResult result) =>
            result.Items.Where((_, item) => item != 3).Average(item => Math.Abs(item.Delta));
    }

    [Fact]
    public void Purification_that_may_not_go_on_says_so()
    {
        // Several fair items look unfair beside a total that holds the planted one; the first round changes their flags.
        GroupedResponses input = Planted(respondents: 2000, replicate: 7, shift: 2);
        DifferentialItemFunctioningResult plain = Estimate(input);
        DifferentialItemFunctioningResult result = Estimate(input, new() { Purify = true, Rounds = 1 });

        result.Rounds.ShouldBe(1);
        result.Items.Select(item => item.Flagged).ShouldNotBe(plain.Items.Select(item => item.Flagged));
        result.Notes.ShouldContain(note => note.Code == "purification-not-settled");
        Estimate(input, new() { Purify = true }).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Answers_that_group_tells_apart_have_a_limit_instead_of_a_coefficient()
    {
        // All of the focal group pass item 1, about half of the reference group do.
        GroupedResponses input = Rows([.. Enumerable.Range(0, 40).Select(row => (row % 2 == 1 ? 1 : row / 2 % 2, row % 2))], scores: 5);
        DifferentialItemFunctioningResult result = Estimate(input, new() { Method = Logistic, Matching = MatchingVariable.Score });
        DifferentialItemFunctioningResult strata = Estimate(input, new() { Matching = MatchingVariable.Score });

        result.Items[0].GroupCoefficient.ShouldBe(double.NaN);
        result.Items[0].TotalStatistic.ShouldBeInRange(15, 40);
        result.Notes.ShouldContain(note => note.Code == "separated");
        strata.Items[0].OddsRatio.ShouldBe(0);
        strata.Items[0].LogOddsRatioStandardError.ShouldBe(double.NaN);
        strata.Notes.ShouldContain(note => note.Code == "separated");
    }

    [Fact]
    public void A_score_that_says_the_same_as_the_group_leaves_nothing_to_test()
    {
        GroupedResponses input = Rows([.. Enumerable.Range(0, 40).Select(row => (row / 3 % 2, row % 2))]) with
        {
            Scores = [.. Enumerable.Range(0, 40).Select(row => (double)(row % 2))],
        };
        DifferentialItemFunctioningResult logistic = Estimate(input, new() { Method = Logistic, Matching = MatchingVariable.Score });
        DifferentialItemFunctioningResult strata = Estimate(input, new() { Matching = MatchingVariable.Score });

        logistic.Items[0].TotalStatistic.ShouldBe(double.NaN);
        logistic.Notes.ShouldContain(note => note.Code == "not-testable");
        strata.Items[0].Strata.ShouldBe(0);
        strata.Items[0].Statistic.ShouldBe(double.NaN);
        strata.Items[0].Class.ShouldBeNull();
        strata.Items[0].Unmatched.ShouldBe(1);
        strata.Notes.ShouldContain(note => note.Code == "unmatched-strata" && note.Text.StartsWith("Up to 100", StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_that_all_answer_alike_is_not_testable()
    {
        GroupedResponses input = Planted(respondents: 60, replicate: 1);
        input.Responses.Answers[2].AsSpan().Fill(1);

        foreach (DifferentialItemFunctioningMethod method in Enum.GetValues<DifferentialItemFunctioningMethod>())
        {
            DifferentialItemFunctioningResult result = Estimate(input, new() { Method = method });
            result.Items[2].AdjustedPValue.ShouldBe(double.NaN);
            result.Items[2].Flagged.ShouldBeFalse();
            result.Notes.ShouldContain(note => note.Code == "not-testable" && note.Text.Contains("i3", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Strata_of_about_equal_size_join_neighbouring_scores()
    {
        GroupedResponses input = Planted(respondents: 400, replicate: 2);

        Estimate(input, new() { MatchingGroups = 4 }).Items.ShouldAllBe(item => item.Strata <= 4 && item.Strata >= 3);
        Estimate(input, new() { MatchingGroups = 1000 }).Items.Select(item => item.Statistic)
            .ShouldBe(Estimate(input).Items.Select(item => item.Statistic)); // more groups than scores
    }

    [Fact]
    public void Respondents_without_complete_answers_are_left_out_and_counted()
    {
        GroupedResponses input = Planted(respondents: 100, replicate: 3);
        DifferentialItemFunctioningResult whole = Estimate(input with
        {
            Responses = input.Responses with { Answers = [.. input.Responses.Answers.Select(item => item[2..])] },
            Groups = [.. input.Groups.Skip(2)],
        });
        input.Responses.Answers[0][0] = double.NaN;
        input.Responses.Answers[9][1] = double.NaN;
        DifferentialItemFunctioningResult gaps = Estimate(input);

        gaps.Items.ShouldBe(whole.Items);
        gaps.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 of 100 ");
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        GroupedResponses input = Planted(respondents: 300, replicate: 5);
        ItemDifference[][] runs = [.. new[] { 1, 2, 7 }.Select(workers => DifferentialItemFunctioning.Estimate(
            input, new() { Method = Ordinal, Purify = true }, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken).Items.ToArray())];

        runs[1].ShouldBe(runs[0]);
        runs[2].ShouldBe(runs[0]);
    }

    [Fact]
    public void Wrong_calls_are_refused_with_what_came()
    {
        GroupedResponses input = Planted(respondents: 40, replicate: 4);

        Refused(input with { Groups = [.. input.Groups.Select((code, row) => row == 0 ? "x" : code)] }).ShouldContain("3: 0, 1, x");
        Refused(input with { Groups = [.. input.Groups.Select(_ => "0")] }).ShouldContain("it held 1");
        Refused(input with { Groups = [.. input.Groups.Select((code, row) => row == 4 ? "" : code)] }).ShouldContain("row 5");
        Refused(input with { Groups = ["0", "1"] }).ShouldContain("must have 40 values; it had 2");
        Refused(input, new() { ReferenceGroup = "9" }).ShouldContain("it was 9");
        Refused(input with { Groups = [.. input.Groups.Select((_, row) => row == 0 ? "1" : "0")] }).ShouldContain("the focal group had 1");
        Refused(input, new() { Matching = MatchingVariable.Score }).ShouldContain("score");
        Refused(input with { Scores = Totals(input) }, new() { Matching = MatchingVariable.Score, Purify = true }).ShouldContain("purify");
        Refused(input with { Responses = new ItemResponses(["i1"], [input.Responses.Answers[0]]) }).ShouldContain("at least two items");
        Refused(Rows([(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)]), new() { Method = Logistic, Matching = MatchingVariable.Score })
            .ShouldContain("item i1 had 3");
        Refused(Rows([.. Enumerable.Range(0, 256).Select(row => (row / 2, row % 2))])).ShouldContain("i1 had 128");
        Should.Throw<ArgumentException>(() => new DifferentialItemFunctioningOptions { MatchingGroups = 1 }).Message.ShouldContain("[2, 1000]");
        Should.Throw<ArgumentException>(() => new DifferentialItemFunctioningOptions { Rounds = 0 }).Message.ShouldContain("[1, 100]");
    }

    private static string Refused(GroupedResponses input, DifferentialItemFunctioningOptions? options = null) =>
        Should.Throw<ArgumentException>(() => Estimate(input, options)).Message;

    private static DifferentialItemFunctioningResult Estimate(GroupedResponses input, DifferentialItemFunctioningOptions? options = null) =>
        DifferentialItemFunctioning.Estimate(input, options, cancellationToken: TestContext.Current.CancellationToken);

    private static double Tail(ItemDifference item) => double.IsNaN(item.TotalPValue) ? item.PValue : item.TotalPValue;
}
