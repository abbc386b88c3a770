using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class TheilDecompositionTests
{
    private static readonly Gen<(int Value, int Population, int Group)[]> Units =
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 50], Gen.Int[0, 3]).Array[1, 30];

    [Fact]
    public void Four_units_in_two_groups_are_computed_by_hand()
    {
        // Shares of value 1/8, 3/8 | 1/4, 1/4 against quarters: nothing between, and only group a is unequal inside.
        GroupedUnits units = new([1, 3, 2, 2], [5, 5, 5, 5], ["a", "a", "b", "b"]);
        double t = (0.25 * Math.Log(0.5)) + (0.75 * Math.Log(1.5));
        double l = -0.5 * (Math.Log(0.5) + Math.Log(1.5));

        TheilDecompositionResult result = Estimate(units);

        result.Between.ShouldBe(0, tolerance: 1e-16);
        result.Groups.ShouldBe(["a", "b"]);
        Bits.Close(result.Inside, [t, 0], relative: 1e-15).ShouldBeTrue();
        result.Within.ShouldBe(t / 2, tolerance: 1e-15);
        result.Total.ShouldBe(t / 2, tolerance: 1e-15);
        Estimate(units, TheilVariant.L).Total.ShouldBe(l / 2, tolerance: 1e-15);
    }

    [Theory]
    [InlineData(TheilVariant.T)]
    [InlineData(TheilVariant.L)]
    public void Between_and_within_add_up_to_the_total_and_no_part_is_negative(TheilVariant variant) => Units.Sample(rows =>
    {
        TheilDecompositionResult result = Estimate(Of(rows), variant);
        return Math.Abs(result.Between + result.Within - result.Total) < 1e-12
            && result.Between > -1e-12 && result.Inside.All(inside => inside > -1e-12)
            && Math.Abs(result.Weights.Sum() - 1) < 1e-12;
    });

    [Theory]
    [InlineData(TheilVariant.T)]
    [InlineData(TheilVariant.L)]
    public void Order_scales_and_labels_change_nothing_beyond_rounding(TheilVariant variant) => Units.Sample(rows =>
    {
        double[] numbers = Numbers(Estimate(Of(rows), variant));
        GroupedUnits units = Of(rows);
        return Bits.Close(numbers, Numbers(Estimate(Of([.. rows.Reverse()]), variant)), relative: 1e-12)
            && Bits.Close(numbers, Numbers(Estimate(
                units with { Values = [.. units.Values.Select(value => value * 3)], Populations = [.. units.Populations.Select(n => n * 7)] }, variant)), relative: 1e-12)
            && Bits.Close(numbers, Numbers(Estimate(Of([.. rows.Select(row => (row.Value, row.Population, 9 - row.Group))]), variant)), relative: 1e-12);
    });

    [Fact]
    public void One_group_has_all_within_and_groups_of_one_unit_all_between()
    {
        Estimate(new([1, 3], [1, 1], ["a", "a"])).Between.ShouldBe(0);
        TheilDecompositionResult single = Estimate(new([1, 3], [1, 1], ["a", "b"]));
        single.Within.ShouldBe(0);
        single.Between.ShouldBe(single.Total);
    }

    [Fact]
    public void Zero_values_are_taken_by_T_and_not_defined_for_L()
    {
        GroupedUnits units = new([0, 0, 2, 2], [1, 1, 1, 1], ["a", "a", "b", "b"]);
        TheilDecompositionResult t = Estimate(units);
        TheilDecompositionResult l = Estimate(units, TheilVariant.L);

        t.Total.ShouldBe(Math.Log(2), tolerance: 1e-15);
        t.Inside[0].ShouldBe(double.NaN);
        t.Inside[1].ShouldBe(0);
        t.Notes.Single().Code.ShouldBe("empty-group");
        (l.Total, l.Between, l.Within).ShouldBe((double.NaN, double.NaN, double.NaN));
        l.Notes.Single().Code.ShouldBe("zero-values");
        Estimate(new([0, 0], [1, 1], ["a", "a"])).Total.ShouldBe(double.NaN);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new([], [], [])));
        Should.Throw<ArgumentException>(() => Estimate(new([-1, 1], [1, 1], ["a", "a"])));
        Should.Throw<ArgumentException>(() => Estimate(new([double.NaN, 1], [1, 1], ["a", "a"])));
        Should.Throw<ArgumentException>(() => Estimate(new([1, 1], [0, 1], ["a", "a"]))).Message.ShouldContain("greater than zero");
        Should.Throw<ArgumentException>(() => Estimate(new([1, 1], [1, 1], ["a"])));
    }

    private static double[] Numbers(TheilDecompositionResult result) =>
        [result.Total, result.Between, result.Within, .. result.Inside.Order()];

    private static GroupedUnits Of((int Value, int Population, int Group)[] rows) => new(
        [.. rows.Select(row => (double)row.Value)], [.. rows.Select(row => (double)row.Population)], [.. rows.Select(row => $"g{row.Group}")]);

    private static TheilDecompositionResult Estimate(GroupedUnits units, TheilVariant variant = TheilVariant.T) =>
        TheilDecomposition.Estimate(
            units, new TheilDecompositionOptions { Variant = variant }, cancellationToken: TestContext.Current.CancellationToken);
}
