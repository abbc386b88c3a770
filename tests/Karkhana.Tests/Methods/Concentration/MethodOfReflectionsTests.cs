using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class MethodOfReflectionsTests
{
    [Fact]
    public void No_reflection_gives_diversity_and_ubiquity()
    {
        MethodOfReflectionsResult result = Estimate(SampleActivities.FourTowns(), 0);

        result.Regions.ShouldBe(["Daska", "Gujrat", "Lahore", "Sialkot"]);
        result.RegionValues.ShouldBe([3, 2, 3, 2]);
        result.Industries.ShouldBe(["fans", "foundry", "motors", "pumps", "tools"]);
        result.IndustryValues.ShouldBe([1, 2, 3, 2, 2]);
    }

    [Fact]
    public void One_and_two_reflections_are_means_over_the_partners()
    {
        // Gujrat has fans (1 town) and motors (3 towns, of diversity 3, 2, 3).
        Estimate(SampleActivities.FourTowns(), 1).RegionValues[1].ShouldBe((1 + 3) / 2.0);
        Estimate(SampleActivities.FourTowns(), 1).IndustryValues[2].ShouldBe((3 + 2 + 3) / 3.0);
        Estimate(SampleActivities.FourTowns(), 2).RegionValues[1].ShouldBe((2 + (8 / 3.0)) / 2, tolerance: 1e-15);
    }

    [Fact]
    public void Every_value_has_the_bits_of_its_scalar_twin() => SampleActivities.Rows.Sample(rows =>
    {
        ActivityTable activity = SampleActivities.Of(rows);
        bool[][] b = SampleActivities.Specialised(activity);
        int[] industries = [.. Enumerable.Range(0, activity.Industries.Count).Where(i => b.Any(row => row[i]))];
        bool[][] kept = [.. b.Where(row => row.Contains(true))];
        double[] k = [.. kept.Select(row => (double)row.Count(cell => cell))];
        double[] u = [.. industries.Select(i => (double)kept.Count(row => row[i]))];
        for (int step = 0; step < 3; step++)
        {
            double[] nextK = [.. kept.Select(row => Mean(industries.Select((i, at) => (row[i], u[at]))))];
            double[] nextU = [.. industries.Select(i => Mean(kept.Select((row, at) => (row[i], k[at]))))];
            (k, u) = (nextK, nextU);
        }

        MethodOfReflectionsResult result = Estimate(activity, 3);
        return Bits.Same(result.RegionValues, k) && Bits.Same(result.IndustryValues, u);
    });

    [Fact]
    public void Order_and_scale_change_no_bit() => SampleActivities.Rows.Sample(rows =>
    {
        IReadOnlyList<double> values = Estimate(SampleActivities.Of(rows), 4).RegionValues;
        return Bits.Same(values, Estimate(SampleActivities.Of(rows.Reverse()), 4).RegionValues)
            && Bits.Same(values, Estimate(SampleActivities.Of(rows.Select(row => (row.Region, row.Industry, 5 * row.Value))), 4).RegionValues);
    });

    [Fact]
    public void Many_reflections_end_in_one_number() => Estimate(SampleActivities.FourTowns(), 100).RegionValues
        .ShouldAllBe(value => Math.Abs(value - (10.0 * 5 / 20)) < 0.5 && Math.Abs(value - Estimate(SampleActivities.FourTowns(), 100).RegionValues[0]) < 1e-9);

    [Fact]
    public void Regions_and_industries_without_specialisation_are_dropped_and_counted()
    {
        MethodOfReflectionsResult result = Estimate(ActivityTable.Of(["a", "b", "c"], ["x", "y", "z"], [1, 1, 0]), 2);

        result.Regions.ShouldBe(["a", "b"]);
        result.Industries.ShouldBe(["x", "y"]);
        result.Notes.Single().Text.ShouldStartWith("1 regions and 1 industries");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new MethodOfReflectionsOptions { Steps = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new MethodOfReflectionsOptions { Steps = 101 });
        Should.Throw<ArgumentNullException>(() => Estimate(null!, 2));
    }

    [Fact]
    public void The_table_holds_both_sides() =>
        Estimate(SampleActivities.FourTowns(), 0).ToTable().Texts("kind").Count(kind => kind == "region").ShouldBe(4);

    private static double Mean(IEnumerable<(bool Partner, double Value)> cells)
    {
        (double sum, int count) = (0, 0);
        foreach ((bool partner, double value) in cells.Where(cell => cell.Partner))
        {
            sum += value;
            count++;
        }

        return sum / count;
    }

    private static MethodOfReflectionsResult Estimate(ActivityTable activity, int steps) => MethodOfReflections.Estimate(
        activity, new MethodOfReflectionsOptions { Steps = steps }, cancellationToken: TestContext.Current.CancellationToken);
}
