using CsCheck;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class KolmogorovSmirnovTestTests
{
    private static readonly KolmogorovSmirnovTestOptions Exact = new() { Distribution = NullDistribution.Exact };

    [Fact]
    public void It_has_the_numbers_of_R()
    {
        // R 4.2.2 ks.test, exact = FALSE and TRUE; the first sample has ties.
        KolmogorovSmirnovTestResult result = Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B));

        result.Statistic.ShouldBe(0.633333333333333, tolerance: 1e-14);
        result.Difference.ShouldBe(0.633333333333333, tolerance: 1e-14);
        result.Location.ShouldBe(4.0);
        result.PValue.ShouldBe(0.223992362279719, tolerance: 1e-12);
        Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B), Exact).PValue.ShouldBe(0.177489177489181, tolerance: 1e-12);
        Estimate(GroupedDraws.Of(GroupedDraws.Untied, GroupedDraws.B), Exact).PValue.ShouldBe(0.177489177489181, tolerance: 1e-12);
    }

    [Fact]
    public void Groups_that_do_not_overlap_are_as_far_apart_as_can_be()
    {
        // Two of C(4, 2) = 6 deals keep the groups apart.
        KolmogorovSmirnovTestResult result = Estimate(GroupedDraws.Of([1, 2], [3, 4]), Exact);

        result.Statistic.ShouldBe(1);
        result.PValue.ShouldBe(1 / 3.0, tolerance: 1e-14);
        result.Location.ShouldBe(2);
    }

    [Fact]
    public void The_exact_p_is_the_share_of_all_deals_with_ties_as_they_are() => GroupedDraws.Two.Sample((first, second) =>
    {
        double observed = Distance(first, second);
        double[] all = [.. GroupedDraws.Deals(first, second).Select(deal => Distance(deal.First, deal.Second))];
        KolmogorovSmirnovTestResult result = Estimate(GroupedDraws.Of(first, second), Exact);
        return Bits.Close([result.Statistic, result.PValue], [observed, all.Count(distance => distance >= observed - 1e-9) / (double)all.Length], relative: 1e-12);
    }, iter: 30);

    [Fact]
    public void Order_and_any_rising_change_of_scale_do_not_matter() => GroupedDraws.Two.Sample((first, second) =>
    {
        KolmogorovSmirnovTestResult plain = Estimate(GroupedDraws.Of(first, second));
        KolmogorovSmirnovTestResult curved = Estimate(GroupedDraws.Reversed(GroupedDraws.Of([.. first.Select(Math.Exp)], [.. second.Select(Math.Exp)])));
        KolmogorovSmirnovTestResult swapped = Estimate(GroupedDraws.Of(second, first));
        return Bits.Same([curved.Statistic, curved.PValue, curved.Location], [plain.Statistic, plain.PValue, Math.Exp(plain.Location)])
            && Bits.Same([swapped.Statistic, swapped.PValue, swapped.Difference], [plain.Statistic, plain.PValue, -plain.Difference]);
    });

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    [InlineData(1.001)]
    [InlineData(2.5)]
    public void Both_series_of_the_limiting_distribution_agree(double x)
    {
        double series = 0;
        for (int k = 200; k >= 1; k--)
        {
            series += 2 * (k % 2 == 1 ? 1 : -1) * Math.Exp(-2.0 * k * k * x * x);
        }

        Karkhana.Methods.Kolmogorov.UpperTail(x).ShouldBe(series, tolerance: 1e-12);
    }

    [Theory]
    [InlineData(1.2238478702170825, 0.10)]
    [InlineData(1.3580986393225505, 0.05)]
    [InlineData(1.6276236115189502, 0.01)]
    public void The_limiting_distribution_has_its_tabled_quantiles(double x, double tail) =>
        Karkhana.Methods.Kolmogorov.UpperTail(x).ShouldBe(tail, tolerance: 1e-9);

    [Fact]
    public void The_same_values_in_both_groups_do_not_differ()
    {
        KolmogorovSmirnovTestResult result = Estimate(GroupedDraws.Of([1, 2, 3], [1, 2, 3]));

        result.Statistic.ShouldBe(0);
        result.PValue.ShouldBe(1);
        Estimate(GroupedDraws.Of([1, 2, 3], [1, 2, 3]), Exact).PValue.ShouldBe(1);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 3]))).Message.ShouldContain("two groups; it held 1");
        Should.Throw<ArgumentException>(() => Estimate(
            GroupedDraws.Of([.. Enumerable.Range(0, 10_001).Select(i => (double)i)], [.. Enumerable.Range(0, 10_001).Select(i => i + 0.5)]), Exact))
            .Message.ShouldContain("must be asymptotic");
    }

    private static double Distance(double[] first, double[] second) => first.Concat(second).Max(at =>
        Math.Abs((first.Count(value => value <= at) / (double)first.Length) - (second.Count(value => value <= at) / (double)second.Length)));

    private static KolmogorovSmirnovTestResult Estimate(GroupedValues sample, KolmogorovSmirnovTestOptions? options = null) =>
        KolmogorovSmirnovTest.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
}
