using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class DevereuxTests
{
    [Fact]
    public void Pump_makers_who_share_a_town_are_agglomerated_and_foundries_apart_are_not()
    {
        // Pumps: Σs² = 0.68, H = 0.36 + 0.04 + 0.04, N = K = 3. Foundries: Σs² = H = 0.68, N = 2 < K.
        DevereuxResult result = Estimate(SamplePlants.ThreeTowns);

        result.Industries.Select(row => row.Plants).ShouldBe([2, 3, 1]);
        result.Industries[0].Estimate.ShouldBe(0, tolerance: 1e-15);
        result.Industries[0].Geographic.ShouldBe(0.68 - 0.5, tolerance: 1e-15);
        result.Industries[1].Estimate.ShouldBe(0.24, tolerance: 1e-15);
        result.Industries[1].Geographic.ShouldBe(0.68 - (1.0 / 3), tolerance: 1e-15);
        result.Industries[1].Herfindahl.ShouldBe(0.44, tolerance: 1e-15);
        result.Industries[2].Estimate.ShouldBe(double.NaN);
        result.Notes.Single().Text.ShouldContain("soap");
    }

    [Theory]
    [InlineData("ab", 0)] // apart
    [InlineData("abab", 0)] // spread evenly over two regions, N = 2 K
    [InlineData("aaa", 1.0 / 2)] // one region of two, N > K: 1 − 1/K − (H − 1/N) with H = 1/N
    [InlineData("aab", 1.0 / 18)] // as even as three equal plants can be over two regions: 5/9 − 1/2
    public void Equal_plants_have_the_limits_of_the_page(string regions, double expected) => Estimate(Equal(regions)).Industries
        .Single(row => row.Industry == "x").Estimate.ShouldBe(expected, tolerance: 1e-15);

    [Fact]
    public void Regions_more_even_than_plants_give_less_than_zero()
    {
        // Shares of plants 0.5, 0.25, 0.25 over two regions of 0.5: F = 0, H − 1/N = 0.375 − 1/3.
        PlantTable plants = new() { Regions = ["a", "b", "b"], Industries = ["x", "x", "x"], Employment = [20, 10, 10] };

        Estimate(plants).Industries[0].Estimate.ShouldBe((1.0 / 3) - 0.375, tolerance: 1e-15);
    }

    [Fact]
    public void Regions_without_any_plant_count_when_they_are_told()
    {
        PlantTable plants = Equal("aab");

        Estimate(plants, regions: 3).Industries.Single(row => row.Industry == "x").Estimate
            .ShouldBe((5.0 / 9) - (1.0 / 3), tolerance: 1e-15);
        Should.Throw<ArgumentOutOfRangeException>(() => Estimate(plants, regions: 1)).ParamName.ShouldBe("Regions");
    }

    [Fact]
    public void Plants_apart_have_zero_whatever_their_sizes_and_together_one_less_the_Herfindahl() => SamplePlants.Rows.Sample(rows =>
    {
        double[] workers = [.. rows.Select(row => (double)row.Workers)];
        string[] industry = [.. rows.Select(_ => "x")];
        PlantTable apart = new() { Regions = [.. rows.Select((_, plant) => $"r{plant}")], Industries = industry, Employment = workers };
        PlantTable together = apart with { Regions = [.. rows.Select(_ => "r0")] };
        DevereuxIndustry one = Estimate(together, rows.Length).Industries[0];
        return Math.Abs(Estimate(apart).Industries[0].Estimate) < 1e-12 && Math.Abs(one.Estimate - (1 - one.Herfindahl)) < 1e-12;
    });

    [Fact]
    public void The_sum_over_the_largest_shares_is_the_same() => SamplePlants.Rows.Sample(rows =>
    {
        DevereuxResult result = Estimate(SamplePlants.Of(rows));
        int regions = rows.Select(row => row.Region).Distinct().Count();
        return result.Industries.All(own =>
        {
            (int Region, int Industry, int Workers)[] plants = [.. rows.Where(row => $"i{row.Industry}" == own.Industry)];
            double all = plants.Sum(row => row.Workers);
            int star = Math.Min(plants.Length, regions);
            double[] shares = [.. plants.GroupBy(row => row.Region).Select(group => group.Sum(row => row.Workers) / all), .. new double[star]];
            double f = shares.OrderDescending().Take(star).Sum(share => Math.Pow(share - (1.0 / star), 2));
            double m = plants.Sum(row => Math.Pow((row.Workers / all) - (1.0 / plants.Length), 2));
            return Math.Abs(own.Geographic - f) < 1e-12
                && (plants.Length < 2 ? double.IsNaN(own.Estimate) : Math.Abs(own.Estimate - (f - m)) < 1e-12);
        });
    });

    [Fact]
    public void Order_scale_and_labels_change_next_to_nothing() => SamplePlants.Rows.Sample(rows =>
    {
        double[] values = Values(SamplePlants.Of(rows));
        return Bits.Close(values, Values(SamplePlants.Of(rows.Reverse())), relative: 1e-12)
            && Bits.Same(values, Values(SamplePlants.Of(rows, scale: 4)))
            && Bits.Close(values, Values(SamplePlants.Of(rows.Select(row => (9 - row.Region, row.Industry, row.Workers)))), relative: 1e-12);
    });

    [Fact]
    public void Plants_without_workers_do_not_count()
    {
        DevereuxResult result = Estimate(new PlantTable
        {
            Regions = ["a", "a", "b", "b"],
            Industries = ["x", "x", "x", "y"],
            Employment = [10, 10, 0, 0],
        });

        result.Industries[0].Plants.ShouldBe(2);
        result.Industries[0].Estimate.ShouldBe(0.5, tolerance: 1e-15);
        result.Industries[1].Plants.ShouldBe(0);
        result.Industries[1].Geographic.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldBe(["plants-without-workers", "too-few-plants"]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        foreach (PlantTable plants in SamplePlants.Bad())
        {
            Should.Throw<ArgumentException>(() => Estimate(plants));
        }

        Should.Throw<ArgumentOutOfRangeException>(() => new DevereuxOptions { Regions = 0 });
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    // Plants of x in the regions named; one of y in each of a and b, so that there are two regions.
    private static PlantTable Equal(string regions) => new()
    {
        Regions = [.. regions.Select(region => region.ToString()), "a", "b"],
        Industries = [.. regions.Select(_ => "x"), "y", "y"],
    };

    private static double[] Values(PlantTable plants) =>
        [.. Estimate(plants).Industries.SelectMany(row => new[] { row.Estimate, row.Geographic, row.Herfindahl })];

    private static DevereuxResult Estimate(PlantTable plants, int? regions = null) => Devereux.Estimate(
        plants, new DevereuxOptions { Regions = regions }, cancellationToken: TestContext.Current.CancellationToken);
}
