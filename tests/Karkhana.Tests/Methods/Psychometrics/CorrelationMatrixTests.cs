using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class CorrelationMatrixTests
{
    private static readonly CorrelationCoefficient[] Coefficients = Enum.GetValues<CorrelationCoefficient>();

    [Fact]
    public void Four_respondents_with_a_tie_are_worked_out_by_hand()
    {
        // x = 1 2 3 4, y = 1 3 2 3. Pearson: Σxy = 2.5, Σx² = 5, Σy² = 2.75. Ranks of y: 1 3.5 2 3.5, Σ = 3, 5, 4.5.
        // Pairs: 4 concordant, 1 discordant, 1 tied in y.
        ItemResponses responses = AnswerSamples.Of([1, 2, 3, 4], [1, 3, 2, 3]);

        At(responses, CorrelationCoefficient.Pearson).ShouldBe(2.5 / Math.Sqrt(5 * 2.75), tolerance: 1e-15);
        At(responses, CorrelationCoefficient.Spearman).ShouldBe(3 / Math.Sqrt(5 * 4.5), tolerance: 1e-15);
        At(responses, CorrelationCoefficient.KendallTauB).ShouldBe(3 / Math.Sqrt(6 * 5), tolerance: 1e-15);
    }

    [Fact]
    public void Kendall_has_the_bits_of_the_count_over_all_pairs() => Gen.OneOf(AnswerSamples.Ordered, AnswerSamples.Measured).Sample(answers =>
    {
        CorrelationMatrixResult result = Estimate(AnswerSamples.Of(answers), new() { Method = CorrelationCoefficient.KendallTauB });
        int count = answers.Length;
        return Enumerable.Range(0, count * count).All(cell => cell / count == cell % count
            || BitConverter.DoubleToInt64Bits(result.Estimates[cell]) == BitConverter.DoubleToInt64Bits(TauByPairs(answers[cell / count], answers[cell % count])));
    });

    [Fact]
    public void Pearson_and_Spearman_are_those_of_their_definitions() => Gen.OneOf(AnswerSamples.Ordered, AnswerSamples.Measured).Sample(answers =>
    {
        double[][] ranks = [.. answers.Select(item => item.Select(x => item.Count(y => y < x) + ((item.Count(y => y == x) + 1) / 2.0)).ToArray())];
        return Bits.Close(Estimate(AnswerSamples.Of(answers)).Estimates, Matrix(answers, AnswerSamples.Correlation), relative: 1e-12)
            && Bits.Close(
                Estimate(AnswerSamples.Of(answers), new() { Method = CorrelationCoefficient.Spearman }).Estimates,
                Matrix(ranks, AnswerSamples.Correlation), relative: 1e-12);
    });

    [Fact]
    public void Ranks_do_not_care_for_units_and_a_turned_item_changes_the_sign() => AnswerSamples.Measured.Sample(answers =>
    {
        double[][] bent = [.. answers.Select(item => item.Select(x => Math.Exp(x / 5)).ToArray())];
        double[][] turned = [[.. answers[0].Select(x => -x)], .. answers[1..]];
        return Coefficients[1..].All(method => Bits.Close(
                Estimate(AnswerSamples.Of(bent), new() { Method = method }).Estimates,
                Estimate(AnswerSamples.Of(answers), new() { Method = method }).Estimates, relative: 1e-12))
            && Coefficients.All(method => Bits.Close(
                [At(AnswerSamples.Of(turned), method)], [-At(AnswerSamples.Of(answers), method)], relative: 1e-12));
    });

    [Fact]
    public void The_order_of_respondents_does_not_matter() => AnswerSamples.Ordered.Sample(answers => Coefficients.All(method => Bits.Close(
        Estimate(AnswerSamples.Of([.. answers.Select(item => item.Reverse().ToArray())]), new() { Method = method }).Estimates,
        Estimate(AnswerSamples.Of(answers), new() { Method = method }).Estimates, relative: 1e-12)));

    [Fact]
    public void Gaps_leave_out_the_respondent_or_only_the_pair()
    {
        ItemResponses gaps = AnswerSamples.Of([1, 2, 3, 4, 9], [1, 3, 2, 3, 1], [2, 2, 1, 4, double.NaN]);
        foreach (CorrelationCoefficient method in Coefficients)
        {
            CorrelationMatrixResult complete = Estimate(gaps, new() { Method = method });
            CorrelationMatrixResult pairwise = Estimate(gaps, new() { Method = method, Missing = MissingAnswers.Pairwise });

            complete.Estimates[1].ShouldBe(At(AnswerSamples.Of([1, 2, 3, 4], [1, 3, 2, 3]), method));
            complete.Respondents.ShouldAllBe(count => count == 4);
            complete.Notes.ShouldContain(note => note.Text.StartsWith("1 of 5 ", StringComparison.Ordinal));
            pairwise.Estimates[1].ShouldBe(At(AnswerSamples.Of([1, 2, 3, 4, 9], [1, 3, 2, 3, 1]), method));
            pairwise.Estimates[2].ShouldBe(At(AnswerSamples.Of([1, 2, 3, 4], [2, 2, 1, 4]), method));
            pairwise.Respondents.ShouldBe([5, 5, 4, 5, 5, 4, 4, 4, 4]);
        }
    }

    [Fact]
    public void A_matrix_put_together_from_pairs_may_fit_no_respondents_and_says_so()
    {
        double gap = double.NaN;
        CorrelationMatrixResult result = Estimate(
            AnswerSamples.Of([1, 2, 3, gap, gap, gap, 1, 2, 3], [1, 2, 3, 1, 2, 3, gap, gap, gap], [gap, gap, gap, 1, 2, 3, 3, 2, 1]),
            new() { Missing = MissingAnswers.Pairwise });

        result.Estimates.ShouldBe([1, 1, -1, 1, 1, 1, -1, 1, 1], tolerance: 1e-12);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("indefinite-correlations");
    }

    [Fact]
    public void What_does_not_vary_or_was_not_answered_together_has_no_correlation()
    {
        double gap = double.NaN;
        CorrelationMatrixResult constant = Estimate(AnswerSamples.Of([1, 2, 3], [0.1, 0.1, 0.1]));
        CorrelationMatrixResult apart = Estimate(AnswerSamples.Of([1, 2, 3, gap], [gap, gap, 2, 1]), new() { Missing = MissingAnswers.Pairwise });

        foreach (CorrelationCoefficient method in Coefficients)
        {
            At(AnswerSamples.Of([1, 2, 3], [0.1, 0.1, 0.1]), method).ShouldBe(double.NaN);
        }

        constant.Estimates.ShouldBe([1, double.NaN, double.NaN, double.NaN]);
        constant.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("i2: ");
        apart.Estimates[1].ShouldBe(double.NaN);
        apart.Respondents[1].ShouldBe(1);
        apart.Notes.ShouldHaveSingleItem().Code.ShouldBe("pairs-not-answered");
    }

    [Fact]
    public void Many_items_without_variation_are_counted_beyond_ten()
    {
        CorrelationMatrixResult result = Estimate(AnswerSamples.Of([[1, 2], .. Enumerable.Repeat((double[])[3, 3], 12)]));

        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("i2, i3, i4, i5, i6, i7, i8, i9, i10, i11 and 2 more: ");
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        ItemResponses responses = AnswerSamples.Factor(60, 23, 0.6, ordered: true);
        responses.Answers[3][7] = double.NaN;
        foreach (CorrelationMatrixOptions options in Coefficients.SelectMany(method => Enum.GetValues<MissingAnswers>()
            .Select(missing => new CorrelationMatrixOptions { Method = method, Missing = missing })))
        {
            Bits.Same(Estimate(responses, options, 1).Estimates, Estimate(responses, options, 8).Estimates).ShouldBeTrue();
        }
    }

    [Fact]
    public void The_table_has_a_row_for_each_pair()
    {
        Table table = Estimate(AnswerSamples.Of([1, 2, 3, 4], [1, 3, 2, 3], [4, 3, 2, 1])).ToTable();

        table.Texts("item").ShouldBe(["i1", "i1", "i2"]);
        table.Texts("other").ShouldBe(["i2", "i3", "i3"]);
        table.Numbers("estimate")[1].ShouldBe(-1, tolerance: 1e-15);
        table.Numbers("n").ShouldBe([4, 4, 4]);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2]))).Message.ShouldContain("at least 2 items; it held 1");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2], [1, 2, 3]))).Message.ShouldContain("2 values; it had 3");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([], []))).Message.ShouldContain("at least 2 respondents");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, double.NaN], [double.NaN, 1]))).Message.ShouldContain("it held 0");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, double.PositiveInfinity], [1, 2]))).Message.ShouldContain("row 2 of item i1");
        Should.Throw<ArgumentException>(() => Estimate(new ItemResponses(["a", "a"], [[1, 2], [2, 1]]))).Message.ShouldContain("a came twice");
    }

    private static double At(ItemResponses responses, CorrelationCoefficient method) =>
        Estimate(responses, new() { Method = method }).Estimates[1];

    private static double[] Matrix(double[][] items, Func<double[], double[], double> coefficient) =>
        [.. items.SelectMany((left, i) => items.Select((right, j) => i == j ? 1 : coefficient(left, right)))];

    private static double TauByPairs(double[] left, double[] right)
    {
        (long difference, long untiedLeft, long untiedRight) = (0, 0, 0);
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (int signLeft, int signRight) = (Math.Sign(left[i] - left[j]), Math.Sign(right[i] - right[j]));
                difference += signLeft * signRight;
                untiedLeft += Math.Abs(signLeft);
                untiedRight += Math.Abs(signRight);
            }
        }

        return difference / Math.Sqrt((double)untiedLeft * untiedRight);
    }

    private static CorrelationMatrixResult Estimate(ItemResponses responses, CorrelationMatrixOptions? options = null, int workers = 2) =>
        CorrelationMatrix.Estimate(responses, options, AnswerSamples.Workers(workers), TestContext.Current.CancellationToken);
}
