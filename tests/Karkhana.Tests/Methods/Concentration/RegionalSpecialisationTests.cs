using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class RegionalSpecialisationTests
{
    [Fact]
    public void Two_regions_of_opposite_mix_are_computed_by_hand()
    {
        // Shares of a: 0.75 and 0.25, of all: 0.5 and 0.5.
        RegionSpecialisation a = Estimate(ActivityTable.Of(
            ["a", "a", "b", "b"], ["x", "y", "x", "y"], [3, 1, 1, 3])).Regions[0];

        a.Region.ShouldBe("a");
        a.Krugman.ShouldBe(0.5, tolerance: 1e-15);
        a.SpecialisationCoefficient.ShouldBe(0.25, tolerance: 1e-15);
        a.Herfindahl.ShouldBe(0.625, tolerance: 1e-15);
        a.AverageLocationQuotient.ShouldBe(1.25, tolerance: 1e-15); // 1.5 · 0.75 + 0.5 · 0.25
        a.Hachman.ShouldBe(0.8, tolerance: 1e-15);
        a.Entropy.ShouldBe((0.75 * Math.Log(4.0 / 3)) + (0.25 * Math.Log(4)), tolerance: 1e-15);
        a.Simpson.ShouldBe(0.375, tolerance: 1e-15);
        a.InverseSimpson.ShouldBe(1.6, tolerance: 1e-15);
        a.Richness.ShouldBe(2);
    }

    [Fact]
    public void In_bits_four_equal_industries_have_an_entropy_of_two() =>
        Estimate(ActivityTable.Of(["a", "a", "a", "a"], ["w", "x", "y", "z"], [5, 5, 5, 5]), LogBase.Two)
            .Regions[0].Entropy.ShouldBe(2, tolerance: 1e-15);

    [Fact]
    public void A_single_industry_is_full_specialisation_and_a_single_region_none()
    {
        RegionSpecialisation one = Estimate(ActivityTable.Of(["a", "b"], ["x", "y"], [4, 4])).Regions[0];
        RegionSpecialisation alone = Estimate(ActivityTable.Of(["a", "a"], ["x", "y"], [4, 6])).Regions[0];

        (one.Krugman, one.Herfindahl, one.Entropy, one.Simpson, one.Richness).ShouldBe((1, 1, 0, 0, 1));
        (alone.Krugman, alone.Hachman).ShouldBe((0, 1));
    }

    [Fact]
    public void A_region_without_activity_has_no_index_and_a_note()
    {
        RegionalSpecialisationResult result = Estimate(ActivityTable.Of(["a", "b"], ["x", "x"], [4, 0]));

        RegionSpecialisation b = result.Regions[1];
        new[] { b.Krugman, b.Herfindahl, b.Hachman, b.Entropy, b.AverageLocationQuotient, b.InverseSimpson }
            .ShouldAllBe(value => double.IsNaN(value));
        b.Richness.ShouldBe(0);
        result.Notes.Single().Code.ShouldBe("empty-region");
        result.Regions[0].Krugman.ShouldBe(0);
    }

    [Fact]
    public void The_indices_keep_their_bounds_and_identities() => ActivityRows.All.Sample(rows =>
        Estimate(ActivityRows.Table(rows)).Regions.Where(row => row.Richness > 0).All(row =>
            row.Krugman is >= 0 and <= 2
            && row.AverageLocationQuotient >= 1 - 1e-12
            && row.InverseSimpson <= row.Richness + 1e-9
            && row.Entropy <= Math.Log(row.Richness) + 1e-12
            && row.Entropy >= -Math.Log(row.Herfindahl) - 1e-12));

    [Fact]
    public void Every_index_is_that_of_its_scalar_twin() => ActivityRows.All.Sample(rows =>
    {
        long[][] matrix = ActivityRows.Matrix(rows);
        double all = matrix.Sum(row => row.Sum());
        return Estimate(ActivityRows.Table(rows)).Regions.Zip(matrix).All(pair =>
        {
            double total = pair.Second.Sum();
            double[] s = [.. pair.Second.Select(value => value / total)];
            double[] t = [.. pair.Second.Select((_, i) => matrix.Sum(row => row[i]) / all)];
            double average = s.Zip(t, (own, whole) => own == 0 ? 0 : own * own / whole).Sum();
            return Bits.Close(
                Numbers(pair.First),
                [s.Zip(t, (own, whole) => Math.Abs(own - whole)).Sum(), s.Sum(own => own * own), average, -s.Sum(own => own == 0 ? 0 : own * Math.Log(own))],
                relative: 1e-12);
        });
    });

    [Fact]
    public void Order_scale_and_labels_change_nothing_beyond_the_order_of_addition() => ActivityRows.All.Sample(rows =>
    {
        double[] numbers = Numbers(ActivityRows.Table(rows));
        return Bits.Same(numbers, Numbers(ActivityRows.Table(rows.Reverse())))
            && Bits.Same(numbers, Numbers(ActivityRows.Table(rows, scale: 2)))
            && Bits.Close(numbers, [.. Numbers(ActivityRows.Turned(rows)).Chunk(4).Reverse().SelectMany(row => row)], relative: 1e-12);
    });

    [Fact]
    public void Bad_input_is_refused() => Should.Throw<ArgumentException>(() => Estimate(null!));

    private static double[] Numbers(ActivityTable activity) => [.. Estimate(activity).Regions.SelectMany(Numbers)];

    private static double[] Numbers(RegionSpecialisation row) => [row.Krugman, row.Herfindahl, row.AverageLocationQuotient, row.Entropy];

    private static RegionalSpecialisationResult Estimate(ActivityTable activity, LogBase logBase = LogBase.E) =>
        RegionalSpecialisation.Estimate(
            activity, new RegionalSpecialisationOptions { LogBase = logBase },
            cancellationToken: TestContext.Current.CancellationToken);
}
