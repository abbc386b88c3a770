using CsCheck;
using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class CronbachAlphaTests
{
    private static readonly string[] TenFirms = ["1212", "2232", "3324", "4344", "5445", "2122", "3433", "4554", "1121", "5544"];

    private static readonly Gen<double[][]> Answers =
        from items in Gen.Int[2, 5]
        from respondents in Gen.Int[4, 15]
        from answers in Gen.Int[10, 50].Select(answer => answer / 10.0).Array[respondents].Where(item => Variance(item) > 0.01).Array[items]
        select answers;

    [Fact]
    public void Ten_firms_have_the_alpha_of_the_framework()
    {
        CronbachAlphaResult result = Estimate(Digits(TenFirms));

        result.Alpha.ShouldBe(0.94554664, tolerance: 5e-9);
        result.AlphaIfDropped[0].ShouldBe(0.90317331, tolerance: 5e-9);
        result.AlphaIfDropped[2].ShouldBe(0.94694426, tolerance: 5e-9);
        result.Mean.ShouldBe([3, 3, 3, 3.1]);
        result.Respondents.ShouldBe(10);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Ordinal_alpha_is_that_of_the_normal_variables_behind_the_answers()
    {
        // Both items split their normal variable in the middle; P(1, 1) = 3/8 = 1/4 + arcsin(r)/2π gives r = √½.
        CronbachAlphaResult result = Estimate(
            [[1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 1, 0, 1, 0, 0, 0]], new() { Correlation = ItemCorrelation.Polychoric });

        double r = Math.Sqrt(0.5);
        result.Alpha.ShouldBe(2 * r / (1 + r), tolerance: 1e-9);
        result.StandardisedAlpha.ShouldBe(result.Alpha, tolerance: 1e-14);
        result.AverageCorrelation.ShouldBe(r, tolerance: 1e-9);
        result.ItemRestCorrelation.ShouldAllBe(own => Math.Abs(own - r) < 1e-9);
        result.StandardDeviation[0].ShouldBe(Math.Sqrt(2.0 / 7), tolerance: 1e-14);
        result.Mean.ShouldBe([0.5, 0.5]);
        (result.ConfLow, result.ConfHigh, result.StandardErrorOfMeasurement).ShouldBe((double.NaN, double.NaN, double.NaN));
        result.Notes.Select(note => note.Code).ShouldBe(["ordinal-reliability"]);
    }

    [Fact]
    public void Ordinal_alpha_knows_the_order_of_answers_and_not_their_distance() =>
        Gen.Int[1, 4].Array[30].Where(item => item.Distinct().Count() > 1).Array[3].Sample(items =>
        {
            CronbachAlphaOptions options = new() { Correlation = ItemCorrelation.Polychoric };
            CronbachAlphaResult result = Estimate([.. items.Select(item => item.Select(answer => (double)answer).ToArray())], options);
            CronbachAlphaResult stretched = Estimate([.. items.Select(item => item.Select(answer => Math.Exp(answer)).ToArray())], options);
            return Bits.Same(
                [result.Alpha, result.GuttmanLambda6, .. result.AlphaIfDropped],
                [stretched.Alpha, stretched.GuttmanLambda6, .. stretched.AlphaIfDropped]);
        });

    [Fact]
    public void An_item_that_does_not_vary_leaves_ordinal_alpha_undefined()
    {
        CronbachAlphaResult result = Estimate([[0, 1, 1, 2], [1, 1, 1, 1]], new() { Correlation = ItemCorrelation.Polychoric });

        result.Alpha.ShouldBe(double.NaN);
        result.GuttmanLambda6.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldBe(["no-variation", "ordinal-reliability"]);
    }

    [Fact]
    public void Two_items_with_half_of_their_spread_in_common_are_worked_out_by_hand()
    {
        // Variances 2/3 and 2/3 with covariance 1/3: r = 1/2, the sum has variance 2, alpha = 2(1 - (4/3)/2) = 2/3.
        CronbachAlphaResult result = Estimate([[0, 1, 1, 2], [1, 0, 2, 1]]);
        CronbachAlphaResult half = Estimate([[0, 1, 1, 2], [0, 2, 1, 1]]);

        result.Alpha.ShouldBe(0, tolerance: 1e-15);
        half.AverageCorrelation.ShouldBe(0.5, tolerance: 1e-15);
        half.Alpha.ShouldBe(2.0 / 3, tolerance: 1e-15);
        half.StandardisedAlpha.ShouldBe(2.0 / 3, tolerance: 1e-15);
        half.GuttmanLambda6.ShouldBe(1 - (2 * 0.75 / 3), tolerance: 1e-15);
        half.StandardErrorOfMeasurement.ShouldBe(Math.Sqrt(2.0 / 3), tolerance: 1e-15);
        half.ItemRestCorrelation[0].ShouldBe(0.5, tolerance: 1e-15);
        half.ItemTotalCorrelation[0].ShouldBe(Math.Sqrt(0.75), tolerance: 1e-15);
        half.AlphaIfDropped.ShouldAllBe(alpha => double.IsNaN(alpha));
    }

    [Fact]
    public void The_limits_are_those_of_the_variance_ratio()
    {
        // (1 − alpha)/(1 − estimate) is F with 9 and 27 degrees of freedom.
        CronbachAlphaResult result = Estimate(Digits(TenFirms));
        double upper = (1 - result.ConfLow) / (1 - result.Alpha);
        double lower = (1 - result.ConfHigh) / (1 - result.Alpha);

        MathNet.Numerics.Distributions.FisherSnedecor.CDF(9, 27, upper).ShouldBe(0.975, tolerance: 1e-12);
        MathNet.Numerics.Distributions.FisherSnedecor.CDF(9, 27, lower).ShouldBe(0.025, tolerance: 1e-12);
        upper.ShouldBe(2.63, tolerance: 0.005); // tables of F
    }

    [Fact]
    public void Two_respondents_and_two_items_have_limits_in_closed_form()
    {
        // F with 1 and 1 degrees of freedom at 0.975 is tan²(0.975 π/2).
        CronbachAlphaResult result = Estimate([[1, 3], [1, 2]]);
        double quantile = Math.Pow(Math.Tan(0.975 * Math.PI / 2), 2);

        result.ConfLow.ShouldBe(1 - ((1 - result.Alpha) * quantile), tolerance: 1e-9);
        result.ConfHigh.ShouldBe(1 - ((1 - result.Alpha) / quantile), tolerance: 1e-12);
    }

    [Fact]
    public void The_interval_holds_the_estimate_and_widens_with_the_confidence() => Answers.Sample(answers =>
    {
        CronbachAlphaResult result = Estimate(answers);
        CronbachAlphaResult wide = Estimate(answers, new() { Confidence = 0.99 });
        return result.Alpha > 1 - 1e-9
            || (wide.ConfLow < result.ConfLow && result.ConfLow < result.Alpha && result.Alpha < result.ConfHigh && result.ConfHigh < wide.ConfHigh);
    });

    [Fact]
    public void Statistics_are_those_of_their_definitions() => Answers.Sample(answers =>
    {
        CronbachAlphaResult result = Estimate(answers);
        double[] total = Sum(answers);
        double k = answers.Length;
        double alpha = k / (k - 1) * (1 - (answers.Sum(Variance) / Variance(total)));
        double[] itemTotal = [.. answers.Select(item => Correlation(item, total))];
        double[] itemRest = [.. answers.Select((item, dropped) => Correlation(item, Sum([.. answers.Where((_, i) => i != dropped)])))];
        return Bits.Close([result.Alpha], [alpha], relative: 1e-9)
            && Bits.Close(result.ItemTotalCorrelation, itemTotal, relative: 1e-9)
            && Bits.Close(result.ItemRestCorrelation, itemRest, relative: 1e-9);
    });

    [Fact]
    public void The_order_of_respondents_and_a_common_change_of_unit_do_not_matter() => Answers.Sample(answers =>
    {
        CronbachAlphaResult result = Estimate(answers);
        CronbachAlphaResult moved = Estimate([.. answers.Select((item, i) => item.Reverse().Select(answer => (4 * answer) + i).ToArray())]);
        return Bits.Close([moved.Alpha], [result.Alpha], relative: 1e-9)
            && Bits.Close([moved.StandardErrorOfMeasurement], [4 * result.StandardErrorOfMeasurement], relative: 1e-9)
            && Bits.Close(moved.AlphaIfDropped, result.AlphaIfDropped, relative: 1e-9);
    });

    [Fact]
    public void An_item_dropped_leaves_the_alpha_of_the_others() => Answers.Where(answers => answers.Length > 2).Sample(answers =>
        Bits.Close([Estimate(answers).AlphaIfDropped[0]], [Estimate(answers[1..]).Alpha], relative: 1e-9));

    [Fact]
    public void A_reversed_item_is_turned_at_the_ends_of_the_scale_and_not_unless_asked()
    {
        double[][] worded = Digits(TenFirms);
        worded[1] = [.. worded[1].Select(answer => 6 - answer)];
        CronbachAlphaOptions turn = new() { ReverseItems = ["i2"], ScaleMinimum = 1, ScaleMaximum = 5 };

        Estimate(worded, turn).Alpha.ShouldBe(0.94554664, tolerance: 5e-9);
        Estimate(worded, turn).Mean[1].ShouldBe(3);
        Estimate(worded).Alpha.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Respondents_with_a_gap_are_left_out_and_counted()
    {
        double[][] withGaps = [.. Digits([.. TenFirms, "5555", "1111"])];
        withGaps[0][10] = double.NaN;
        withGaps[3][11] = double.NaN;

        CronbachAlphaResult result = Estimate(withGaps);

        result.Alpha.ShouldBe(Estimate(Digits(TenFirms)).Alpha);
        result.Respondents.ShouldBe(10);
        Note note = result.Notes.ShouldHaveSingleItem();
        note.Severity.ShouldBe(Severity.Information);
        note.Text.ShouldStartWith("2 of 12 ");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0.1)]
    public void An_item_that_does_not_vary_has_no_correlation(double constant)
    {
        double[][] answers = [.. Digits(TenFirms), [.. Enumerable.Repeat(constant, 10)]];

        CronbachAlphaResult result = Estimate(answers);

        result.StandardDeviation[4].ShouldBe(0);
        result.ItemRestCorrelation[4].ShouldBe(double.NaN);
        result.ItemTotalCorrelation[4].ShouldBe(double.NaN);
        result.GuttmanLambda6.ShouldBe(double.NaN);
        result.AlphaIfDropped[4].ShouldBe(0.94554664, tolerance: 5e-9);
    }

    [Fact]
    public void Answers_that_are_all_the_same_have_no_alpha()
    {
        CronbachAlphaResult result = Estimate([[0.1, 0.1, 0.1], [0.7, 0.7, 0.7]]);

        (result.Alpha, result.ConfLow, result.ConfHigh).ShouldBe((double.NaN, double.NaN, double.NaN));
    }

    [Fact]
    public void Twice_the_same_item_is_perfectly_reliable_and_has_no_lambda()
    {
        CronbachAlphaResult result = Estimate([[1, 2, 4], [1, 2, 4]]);

        result.Alpha.ShouldBe(1, tolerance: 1e-15);
        result.ConfLow.ShouldBe(1, tolerance: 1e-12);
        result.GuttmanLambda6.ShouldBe(double.NaN);
    }

    [Fact]
    public void Too_little_to_go_by_and_wrong_calls_are_refused()
    {
        double[][] answers = Digits(TenFirms);

        Should.Throw<ArgumentException>(() => Estimate([[1, 2, 3]]));
        Should.Throw<ArgumentException>(() => Estimate([[1, double.NaN], [double.NaN, 2]]));
        Should.Throw<ArgumentException>(() => Estimate([[1, 2, 3], [1, 2]]));
        Should.Throw<ArgumentException>(() => Estimate(answers, new() { ReverseItems = ["i9"], ScaleMinimum = 1, ScaleMaximum = 5 }))
            .Message.ShouldContain("i9");
        Should.Throw<ArgumentException>(() => Estimate(answers, new() { ReverseItems = ["i2"] }));
        Should.Throw<ArgumentException>(() => Estimate(answers, new() { ReverseItems = ["i2"], ScaleMinimum = 5, ScaleMaximum = 1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new CronbachAlphaOptions { Confidence = 1 });
    }

    private static CronbachAlphaResult Estimate(double[][] answers, CronbachAlphaOptions? options = null) => CronbachAlpha.Estimate(
        new ItemResponses([.. Enumerable.Range(1, answers.Length).Select(item => $"i{item}")], answers),
        options,
        cancellationToken: TestContext.Current.CancellationToken);

    private static double[][] Digits(string[] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(item => rows.Select(row => (double)(row[item] - '0')).ToArray())];

    private static double[] Sum(double[][] items) => [.. Enumerable.Range(0, items[0].Length).Select(row => items.Sum(item => item[row]))];

    private static double Variance(double[] values) => Covariance(values, values);

    private static double Correlation(double[] left, double[] right) => Covariance(left, right) / Math.Sqrt(Variance(left) * Variance(right));

    private static double Covariance(double[] left, double[] right)
    {
        (double meanLeft, double meanRight) = (left.Average(), right.Average());
        return left.Zip(right, (a, b) => (a - meanLeft) * (b - meanRight)).Sum() / (left.Length - 1);
    }
}
