using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class RankSumTestTests
{
    [Theory]
    [InlineData(Alternative.TwoSided, 0.066639492790453)]
    [InlineData(Alternative.Greater, 0.978178708862897)]
    [InlineData(Alternative.Less, 0.0333197463952265)]
    public void The_normal_limit_with_ties_has_the_p_of_R(Alternative alternative, double expected)
    {
        // R 4.2.2 wilcox.test(exact = FALSE).
        RankSumTestResult result = Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B), new() { Alternative = alternative });

        result.Statistic.ShouldBe(4.5);
        result.ProbabilityOfSuperiority.ShouldBe(4.5 / 30, tolerance: 1e-15);
        result.PValue.ShouldBe(expected, tolerance: 1e-13);
        result.Medians.ShouldBe([2.8, 5.1]);
    }

    [Fact]
    public void Without_continuity_the_p_is_that_of_R() =>
        Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B), new() { Continuity = false }).PValue.ShouldBe(0.0541290285797332, tolerance: 1e-13);

    [Theory]
    [InlineData(Alternative.TwoSided, 0.051948051948052)]
    [InlineData(Alternative.Greater, 0.984848484848485)]
    [InlineData(Alternative.Less, 0.025974025974026)]
    public void The_exact_p_without_ties_is_that_of_R(Alternative alternative, double expected) => Estimate(
        GroupedDraws.Of(GroupedDraws.Untied, GroupedDraws.B),
        new() { Distribution = NullDistribution.Exact, Alternative = alternative }).PValue.ShouldBe(expected, tolerance: 1e-13);

    [Fact]
    public void The_exact_p_is_the_share_of_all_deals_with_ties_as_they_are() => GroupedDraws.Two.Sample((first, second) =>
    {
        double observed = Wins(first, second);
        double[] all = [.. GroupedDraws.Deals(first, second).Select(deal => Wins(deal.First, deal.Second))];
        double above = all.Count(wins => wins >= observed) / (double)all.Length;
        double below = all.Count(wins => wins <= observed) / (double)all.Length;
        GroupedValues sample = GroupedDraws.Of(first, second);
        return Bits.Close(
            [
                Estimate(sample, new() { Distribution = NullDistribution.Exact, Alternative = Alternative.Greater }).PValue,
                Estimate(sample, new() { Distribution = NullDistribution.Exact, Alternative = Alternative.Less }).PValue,
                Estimate(sample, new() { Distribution = NullDistribution.Exact }).PValue,
            ],
            [above, below, Math.Min(1, 2 * Math.Min(above, below))], relative: 1e-12);
    }, iter: 30);

    [Fact]
    public void W_counts_pairs_and_any_rising_change_of_scale_leaves_it() => GroupedDraws.Two.Sample((first, second) =>
    {
        RankSumTestResult plain = Estimate(GroupedDraws.Of(first, second));
        RankSumTestResult curved = Estimate(GroupedDraws.Reversed(GroupedDraws.Of([.. first.Select(Math.Exp)], [.. second.Select(Math.Exp)])));
        RankSumTestResult swapped = Estimate(GroupedDraws.Of(second, first));
        return plain.Statistic == Wins(first, second)
            && Bits.Close([curved.Statistic, curved.PValue, curved.Score], [plain.Statistic, plain.PValue, plain.Score], relative: 1e-12)
            && Bits.Close([swapped.Score, swapped.PValue, swapped.ProbabilityOfSuperiority], [-plain.Score, plain.PValue, 1 - plain.ProbabilityOfSuperiority], relative: 1e-12);
    });

    [Fact]
    public void The_exact_p_nears_the_limit_with_many_values()
    {
        double[] first = [.. Enumerable.Range(0, 90).Select(i => i * 7919 % 200 / 1.0)];
        double[] second = [.. Enumerable.Range(0, 90).Select(i => (i * 104729 % 200 / 1.0) + 12)];

        double exact = Estimate(GroupedDraws.Of(first, second), new() { Distribution = NullDistribution.Exact }).PValue;

        Estimate(GroupedDraws.Of(first, second)).PValue.ShouldBe(exact, tolerance: 2e-3);
    }

    [Fact]
    public void Equal_values_have_no_p_and_a_note()
    {
        RankSumTestResult result = Estimate(GroupedDraws.Of([2, 2], [2]));

        result.PValue.ShouldBe(double.NaN);
        result.ProbabilityOfSuperiority.ShouldBe(0.5);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variation");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 3], [2], [4]))).Message.ShouldContain("it held 3");
        Should.Throw<ArgumentException>(() => Estimate(
            GroupedDraws.Of([.. Enumerable.Range(0, 150).Select(i => (double)i)], [.. Enumerable.Range(0, 51).Select(i => (double)i)]),
            new() { Distribution = NullDistribution.Exact })).Message.ShouldContain("more than 200 values; there were 201");
    }

    private static double Wins(double[] first, double[] second) =>
        first.Sum(x => second.Sum(y => x > y ? 1 : x == y ? 0.5 : 0));

    private static RankSumTestResult Estimate(GroupedValues sample, RankSumTestOptions? options = null) =>
        RankSumTest.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
}
