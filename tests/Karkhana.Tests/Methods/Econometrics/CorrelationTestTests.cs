using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class CorrelationTestTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 6, 6, 8, 9, 10];
    private static readonly double[] Y = [2, 1, 4, 3, 7, 5, 5, 8, 6, 9];

    private static readonly Gen<(double[] X, double[] Y)> Samples =
        from n in Gen.Int[5, 14]
        from x in Gen.Int[0, 8].Array[n]
        from y in Gen.Int[0, 8].Array[n]
        where x.Distinct().Count() > 1 && y.Distinct().Count() > 1
        select (x.Select(value => value / 2.0).ToArray(), y.Select(value => value / 2.0).ToArray());

    [Theory]
    [InlineData(CorrelationMethod.Pearson, 0.878266232674382752, 0.000827420769453811)]
    [InlineData(CorrelationMethod.Spearman, 0.878048780487805, 0.000833121158353323)]
    [InlineData(CorrelationMethod.Kendall, 0.72727272727272729, 0.00391311448863338)]
    public void It_has_the_numbers_of_R(CorrelationMethod method, double estimate, double pValue)
    {
        // R 4.2.2 cor.test(exact = FALSE).
        CorrelationTestResult result = Estimate(X, Y, new() { Method = method });

        result.Estimate.ShouldBe(estimate, tolerance: 1e-13);
        result.PValue.ShouldBe(pValue, tolerance: 1e-13);
    }

    [Fact]
    public void Limits_and_alternatives_are_those_of_R()
    {
        CorrelationTestResult both = Estimate(X, Y);
        CorrelationTestResult greater = Estimate(X, Y, new() { Alternative = Alternative.Greater, Level = 0.9 });

        Bits.Close(
            [both.ConfidenceLow, both.ConfidenceHigh, both.Statistic], [0.556215973903326222, 0.970967430526137987, 5.195018186871151578], relative: 1e-12)
            .ShouldBeTrue();
        Bits.Close(
            [greater.PValue, greater.ConfidenceLow, greater.ConfidenceHigh], [0.000413710384726906, 0.708294503140896259, 1], relative: 1e-12).ShouldBeTrue();
        Estimate(X, Y, new() { Alternative = Alternative.Less }).PValue.ShouldBe(1 - (both.PValue / 2), tolerance: 1e-14);
        Estimate(X, Y, new() { Method = CorrelationMethod.Kendall }).Statistic.ShouldBe(2.88508222100607004, tolerance: 1e-12);
    }

    [Fact]
    public void Limits_of_ranks_follow_Bonett_and_Wright()
    {
        CorrelationTestResult spearman = Estimate(X, Y, new() { Method = CorrelationMethod.Spearman });
        CorrelationTestResult kendall = Estimate(X, Y, new() { Method = CorrelationMethod.Kendall });
        double rho = spearman.Estimate;

        spearman.ConfidenceLow.ShouldBe(Math.Tanh(Math.Atanh(rho) - (1.959963984540054 * Math.Sqrt((1 + (rho * rho / 2)) / 7))), tolerance: 1e-12);
        kendall.ConfidenceHigh.ShouldBe(Math.Tanh(Math.Atanh(kendall.Estimate) + (1.959963984540054 * Math.Sqrt(0.437 / 6))), tolerance: 1e-12);
    }

    [Fact]
    public void Order_units_and_sides_do_not_matter_and_a_turned_side_turns_the_sign() => Samples.Sample((x, y) =>
        Enum.GetValues<CorrelationMethod>().All(method =>
        {
            CorrelationTestResult plain = Estimate(x, y, new() { Method = method });
            CorrelationTestResult turned = Estimate(
                [.. y.Reverse().Select(value => -4 * value)], [.. x.Reverse().Select(value => (value / 8) + 3)], new() { Method = method });
            return Bits.Close([turned.Estimate], [-plain.Estimate], relative: 1e-12)
                && (Math.Abs(plain.Estimate) > 1 - 1e-9
                    || Bits.Close([turned.PValue, turned.Statistic, turned.ConfidenceLow], [plain.PValue, -plain.Statistic, -plain.ConfidenceHigh], relative: 1e-8));
        }));

    [Fact]
    public void The_p_of_Kendall_is_that_of_all_orders_in_mean_and_variance() => (
        from y in Gen.Int[0, 4].Array[6]
        where y.Distinct().Count() > 1
        select y.Select(value => (double)value).ToArray()).Sample(y =>
    {
        double[] x = [1, 2, 2, 3, 4, 5];
        double[] all = [.. Orders(y).Select(order => Concordance(x, order))];
        double variance = all.Average(value => value * value);
        return Math.Abs(all.Average()) < 1e-9
            && Bits.Close([Estimate(x, y, new() { Method = CorrelationMethod.Kendall }).Statistic], [Concordance(x, y) / Math.Sqrt(variance)], relative: 1e-9);
    }, iter: 10);

    [Fact]
    public void A_variable_that_does_not_vary_has_no_correlation_and_a_note()
    {
        CorrelationTestResult result = Estimate([0.1, 0.1, 0.1, double.NaN], [1, 2, 3, 4]);

        result.Estimate.ShouldBe(double.NaN);
        result.PValue.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldBe(["dropped-rows", "no-variation"]);
    }

    [Fact]
    public void Three_pairs_have_a_correlation_and_no_limits()
    {
        CorrelationTestResult result = Estimate([1, 2, 3], [1, 2, 4]);

        result.Estimate.ShouldBe(3 / Math.Sqrt(2 * 14 / 3.0), tolerance: 1e-14);
        result.ConfidenceLow.ShouldBe(double.NaN);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [1, 2])).Message.ShouldContain("it held 2");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], [1, 2]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2, double.PositiveInfinity], [1, 2, 3])).Message.ShouldContain("finite");
        Should.Throw<ArgumentOutOfRangeException>(() => new CorrelationTestOptions { Level = 0.4 });
    }

    private static IEnumerable<double[]> Orders(double[] values) => values.Length == 1
        ? [values]
        : values.SelectMany((value, i) => Orders([.. values.Where((_, j) => j != i)]).Select(rest => (double[])[value, .. rest]));

    private static double Concordance(double[] x, double[] y) => Enumerable.Range(0, x.Length).Sum(
        i => Enumerable.Range(0, i).Sum(j => (double)(Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]))));

    private static CorrelationTestResult Estimate(double[] x, double[] y, CorrelationTestOptions? options = null) =>
        CorrelationTest.Estimate(new PairedValues(x, y), options, cancellationToken: TestContext.Current.CancellationToken);
}
