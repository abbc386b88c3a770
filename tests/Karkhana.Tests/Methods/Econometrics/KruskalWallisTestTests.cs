using CsCheck;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class KruskalWallisTestTests
{
    [Fact]
    public void It_has_the_numbers_of_R()
    {
        // R 4.2.2 kruskal.test.
        KruskalWallisTestResult result = Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B, GroupedDraws.C));

        result.Statistic.ShouldBe(4.313315380011975, tolerance: 1e-13);
        result.Degrees.ShouldBe(2);
        result.PValue.ShouldBe(0.115711218211464, tolerance: 1e-13);
        result.EpsilonSquared.ShouldBe(4.313315380011975 / 14, tolerance: 1e-13);
    }

    [Fact]
    public void Groups_one_after_another_are_worked_out_by_hand()
    {
        // Mean ranks 1.5, 3.5, 5.5 about 3.5: 12/(6·7)·2·(4 + 0 + 4) = 32/7.
        KruskalWallisTestResult result = Estimate(GroupedDraws.Of([1, 2], [3, 4], [5, 6]));

        result.MeanRanks.ShouldBe([1.5, 3.5, 5.5]);
        result.Statistic.ShouldBe(32 / 7.0, tolerance: 1e-14);
        result.PValue.ShouldBe(Math.Exp(-16 / 7.0), tolerance: 1e-14);
    }

    [Fact]
    public void With_two_groups_it_is_the_rank_sum_test_without_continuity() => GroupedDraws.Two.Sample((first, second) =>
    {
        KruskalWallisTestResult result = Estimate(GroupedDraws.Of(first, second));
        RankSumTestResult ranks = RankSumTest.Estimate(
            GroupedDraws.Of(first, second), new RankSumTestOptions { Continuity = false }, cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close([result.Statistic, result.PValue], [ranks.Score * ranks.Score, ranks.PValue], relative: 1e-9);
    });

    [Fact]
    public void Order_and_any_rising_change_of_scale_do_not_matter() => GroupedDraws.Two.Sample((first, second) => Bits.Close(
        [Estimate(GroupedDraws.Of(first, second, GroupedDraws.C)).Statistic],
        [Estimate(GroupedDraws.Reversed(GroupedDraws.Of([.. first.Select(Math.Exp)], [.. second.Select(Math.Exp)], [.. GroupedDraws.C.Select(Math.Exp)]))).Statistic],
        relative: 1e-12));

    [Fact]
    public void Equal_values_have_no_p_and_a_note()
    {
        KruskalWallisTestResult result = Estimate(GroupedDraws.Of([2, 2], [2], [2]));

        result.PValue.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variation");
    }

    [Fact]
    public void One_group_is_refused() =>
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 3]))).Message.ShouldContain("at least two groups; it held 1");

    private static KruskalWallisTestResult Estimate(GroupedValues sample) =>
        KruskalWallisTest.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);
}
