using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class VarietyTests
{
    [Fact]
    public void Four_equal_industries_in_two_groups_have_one_bit_of_each()
    {
        VarietyResult result = Estimate(GroupedActivity.Of(
            ["a", "a", "a", "a"], ["w", "x", "y", "z"], ["g", "g", "h", "h"], [5, 5, 5, 5]), LogBase.Two);

        (result.Total[0], result.Related[0], result.Unrelated[0]).ShouldBe((2, 1, 1));
    }

    [Fact]
    public void Unequal_shares_are_computed_by_hand()
    {
        // Shares 0.5 | 0.25, 0.25: groups half and half, the second with ln 2 inside.
        VarietyResult result = Estimate(GroupedActivity.Of(["a", "a", "a"], ["x", "y", "z"], ["g", "h", "h"], [2, 1, 1]));

        result.Unrelated[0].ShouldBe(Math.Log(2), tolerance: 1e-15);
        result.Related[0].ShouldBe(Math.Log(2) / 2, tolerance: 1e-15);
        result.Total[0].ShouldBe(1.5 * Math.Log(2), tolerance: 1e-15);
    }

    [Theory]
    [InlineData(LogBase.E)]
    [InlineData(LogBase.Two)]
    public void Total_is_related_plus_unrelated_and_no_part_is_negative(LogBase logBase) => ActivityRows.All.Sample(rows =>
    {
        VarietyResult result = Estimate(Of(rows, industry => $"g{industry / 2}"), logBase);
        return Enumerable.Range(0, result.Regions.Count).All(r => double.IsNaN(result.Total[r])
            || (Math.Abs(result.Related[r] + result.Unrelated[r] - result.Total[r]) < 1e-12
                && result.Related[r] > -1e-12 && result.Unrelated[r] > -1e-12));
    });

    [Fact]
    public void One_group_has_related_variety_only_and_groups_of_one_industry_unrelated_only() => ActivityRows.All.Sample(rows =>
    {
        VarietyResult one = Estimate(Of(rows, _ => "all"));
        VarietyResult each = Estimate(Of(rows, industry => $"g{industry}"));
        return Bits.Close(one.Related, one.Total, relative: 1e-12) && one.Unrelated.All(value => double.IsNaN(value) || Math.Abs(value) < 1e-12)
            && Bits.Close(each.Unrelated, each.Total, relative: 1e-12) && each.Related.All(value => double.IsNaN(value) || value == 0);
    });

    [Fact]
    public void The_parts_are_those_of_the_scalar_twin() => ActivityRows.All.Sample(rows =>
    {
        VarietyResult result = Estimate(Of(rows, industry => $"g{industry / 2}"));
        int[] regions = [.. rows.Select(row => row.Region).Distinct().Order()];
        return Bits.Close(result.Related, [.. regions.Select(region =>
        {
            (int Region, int Industry, int Value)[] own = [.. rows.Where(row => row.Region == region)];
            double all = own.Sum(row => row.Value);
            return all == 0 ? double.NaN : own.GroupBy(row => row.Industry / 2).Sum(group =>
            {
                double size = group.Sum(row => row.Value);
                double entropy = group.GroupBy(row => row.Industry).Select(industry => industry.Sum(row => row.Value) / size)
                    .Where(share => share > 0).Sum(share => -share * Math.Log(share));
                return size == 0 ? 0 : size / all * entropy;
            });
        })], relative: 1e-12);
    });

    [Fact]
    public void Order_and_scale_change_no_bit() => ActivityRows.All.Sample(rows =>
    {
        VarietyResult result = Estimate(Of(rows, industry => $"g{industry / 2}"));
        VarietyResult other = Estimate(Of([.. rows.Reverse().Select(row => (row.Region, row.Industry, row.Value * 2))], industry => $"g{industry / 2}"));
        return Bits.Same(result.Total, other.Total) && Bits.Same(result.Related, other.Related) && Bits.Same(result.Unrelated, other.Unrelated);
    });

    [Fact]
    public void A_region_without_activity_has_no_variety_and_a_note()
    {
        VarietyResult result = Estimate(GroupedActivity.Of(["a", "b"], ["x", "x"], ["g", "g"], [3, 0]));

        (result.Total[0], result.Related[0], result.Unrelated[0]).ShouldBe((0, 0, 0));
        (result.Total[1], result.Related[1], result.Unrelated[1]).ShouldBe((double.NaN, double.NaN, double.NaN));
        result.Notes.Single().Code.ShouldBe("empty-region");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => GroupedActivity.Of(["a", "b"], ["x", "x"], ["g", "h"], [1, 1]))
            .Message.ShouldContain("x was in g and in h");
        Should.Throw<ArgumentException>(() => GroupedActivity.Of(["a"], ["x"], [], [1]));
        Should.Throw<ArgumentException>(() => GroupedActivity.Of(["a"], ["x"], ["g"], [-1]));
        Should.Throw<ArgumentException>(() => GroupedActivity.Of(["a"], ["x"], ["g"], [double.NaN]));
        Should.Throw<ArgumentException>(() => GroupedActivity.Of([], [], [], []));
        Should.Throw<ArgumentException>(() => Estimate(null!));
    }

    private static GroupedActivity Of((int Region, int Industry, int Value)[] rows, Func<int, string> group) => GroupedActivity.Of(
        [.. rows.Select(row => $"r{row.Region}")], [.. rows.Select(row => $"i{row.Industry}")],
        [.. rows.Select(row => group(row.Industry))], [.. rows.Select(row => (double)row.Value)]);

    private static VarietyResult Estimate(GroupedActivity input, LogBase logBase = LogBase.E) => Variety.Estimate(
        input, new VarietyOptions { LogBase = logBase }, cancellationToken: TestContext.Current.CancellationToken);
}
