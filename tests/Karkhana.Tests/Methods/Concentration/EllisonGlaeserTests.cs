using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class EllisonGlaeserTests
{
    private static readonly Dictionary<string, double> ThreeRegions = new() { ["a"] = 50, ["b"] = 30, ["c"] = 20 };

    private static readonly Gen<(int Region, int Industry, int Workers)[]> Plants =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[1, 60]).Array[1, 40];

    [Fact]
    public void Four_plants_of_unequal_size_look_concentrated_only_because_they_are_lumpy()
    {
        EllisonGlaeserIndustry pumps = Single(["a", "b", "a", "a"], [40, 20, 30, 10]);

        pumps.Plants.ShouldBe(4);
        pumps.Herfindahl.ShouldBe(0.30, tolerance: 1e-14);
        pumps.G.ShouldBe(0.14, tolerance: 1e-14);
        pumps.Gamma.ShouldBe(-0.10599078, tolerance: 5e-9);
        pumps.MaurelSedillot.ShouldBe(0.26267281, tolerance: 5e-9);
        pumps.ExpectedG.ShouldBe(0.186, tolerance: 1e-14);
        pumps.StandardDeviationOfG.ShouldBe(0.15661877282114045, tolerance: 1e-14);
        pumps.Z.ShouldBe(-0.29370680903324586, tolerance: 1e-13);
        pumps.GammaArea.ShouldBe(0.14 / 0.62, tolerance: 1e-14);
    }

    [Fact]
    public void Twenty_equal_plants_on_the_same_map_are_concentrated()
    {
        EllisonGlaeserIndustry pumps = Single([.. Enumerable.Repeat("a", 16), .. Enumerable.Repeat("b", 4)], []);

        pumps.Herfindahl.ShouldBe(0.05, tolerance: 1e-14);
        pumps.Gamma.ShouldBe(0.18505942, tolerance: 5e-9);
        pumps.MaurelSedillot.ShouldBe(0.45670628, tolerance: 5e-9);
        pumps.Z.ShouldBe(3.48418898781772, tolerance: 1e-12);
    }

    [Fact]
    public void Mean_and_deviation_of_G_are_those_of_plants_thrown_at_random()
    {
        // All 3^3 ways to place plants of 5, 3 and 2 workers in three regions, each with its probability.
        double[] x = [0.5, 0.3, 0.2];
        string[] names = ["a", "b", "c"];
        double mean = 0;
        double square = 0;
        EllisonGlaeserIndustry? last = null;
        for (int way = 0; way < 27; way++)
        {
            int[] at = [way % 3, way / 3 % 3, way / 9];
            last = Single([.. at.Select(r => names[r])], [5, 3, 2]);
            double probability = at.Aggregate(1.0, (product, r) => product * x[r]);
            mean += probability * last.G;
            square += probability * last.G * last.G;
        }

        last!.ExpectedG.ShouldBe(mean, tolerance: 1e-14);
        last.StandardDeviationOfG.ShouldBe(Math.Sqrt(square - (mean * mean)), tolerance: 1e-13);
    }

    [Fact]
    public void An_industry_of_one_plant_has_no_index()
    {
        EllisonGlaeserIndustry one = Single(["a"], [12]);

        one.Gamma.ShouldBe(double.NaN);
        one.MaurelSedillot.ShouldBe(double.NaN);
        one.Herfindahl.ShouldBe(1);
    }

    [Fact]
    public void An_industry_spread_like_all_activity_has_no_raw_concentration()
    {
        EllisonGlaeserIndustry pumps = Single(["a", "b", "c"], [5, 3, 2]);

        pumps.G.ShouldBe(0, tolerance: 1e-30);
        pumps.Gamma.ShouldBeLessThan(0);
    }

    [Fact]
    public void Every_index_has_the_bits_of_its_scalar_twin() => Plants.Sample(plants =>
        Estimate(plants).Zip(Twin(plants)).All(pair => Bits.Same(Numbers(pair.First), pair.Second)));

    [Fact]
    public void The_order_of_rows_changes_nothing_beyond_the_order_of_addition() => Plants.Sample(plants => SameIndices(
        Estimate(plants), Estimate([.. plants.Reverse()]), relative: 1e-9));

    [Fact]
    public void A_scale_of_two_changes_no_bit_and_other_scales_next_to_nothing() => Plants.Sample(plants =>
        SameIndices(Estimate(plants), Estimate(Scaled(plants, 2)), relative: 0)
        && SameIndices(Estimate(plants), Estimate(Scaled(plants, 7)), relative: 1e-9));

    [Fact]
    public void Other_names_of_regions_change_nothing_beyond_the_order_of_addition() => Plants.Sample(plants => SameIndices(
        Estimate(plants), Estimate([.. plants.Select(plant => (9 - plant.Region, plant.Industry, plant.Workers))]), relative: 1e-9));

    [Fact]
    public void Bad_input_is_refused()
    {
        Refused(new PlantTable { Regions = [], Industries = [] });
        Refused(new PlantTable { Regions = ["a", "b"], Industries = ["x"] });
        Refused(new PlantTable { Regions = ["a"], Industries = ["x"], Employment = [1, 2] });
        Refused(new PlantTable { Regions = ["a"], Industries = ["x"], Employment = [-1] });
        Refused(new PlantTable { Regions = ["a"], Industries = ["x"], Employment = [double.NaN] });
        Refused(new PlantTable { Regions = ["a"], Industries = ["x"], Employment = [0] });
        Refused(null!);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_reference_that_is_negative_or_not_a_number_is_refused(double value) => Refused(
        new PlantTable
        {
            Regions = ["a", "b"],
            Industries = ["x", "x"],
            Reference = new Dictionary<string, double> { ["a"] = value, ["b"] = 110 },
        },
        PlantReference.Given);

    [Fact]
    public void A_reference_that_is_asked_for_must_be_there() =>
        Refused(new PlantTable { Regions = ["a"], Industries = ["x"] }, PlantReference.Given);

    private static void Refused(PlantTable input, PlantReference reference = PlantReference.Plants) =>
        Should.Throw<ArgumentException>(() => Estimate(input, reference));

    private static IReadOnlyList<EllisonGlaeserIndustry> Estimate(
        PlantTable input, PlantReference reference = PlantReference.Plants) =>
        EllisonGlaeser.Estimate(
            input,
            new EllisonGlaeserOptions { Reference = reference },
            cancellationToken: TestContext.Current.CancellationToken).Industries;

    private static EllisonGlaeserIndustry Single(string[] regions, double[] employment) => Estimate(
        new PlantTable
        {
            Regions = regions,
            Industries = [.. regions.Select(_ => "pumps")],
            Employment = employment,
            Reference = ThreeRegions,
        },
        PlantReference.Given).Single();

    private static IReadOnlyList<EllisonGlaeserIndustry> Estimate((int Region, int Industry, int Workers)[] plants) =>
        Estimate(new PlantTable
        {
            Regions = [.. plants.Select(plant => $"r{plant.Region}")],
            Industries = [.. plants.Select(plant => $"i{plant.Industry}")],
            Employment = [.. plants.Select(plant => (double)plant.Workers)],
        });

    private static (int Region, int Industry, int Workers)[] Scaled((int Region, int Industry, int Workers)[] plants, int factor) =>
        [.. plants.Select(plant => (plant.Region, plant.Industry, factor * plant.Workers))];

    private static bool SameIndices(
        IReadOnlyList<EllisonGlaeserIndustry> left, IReadOnlyList<EllisonGlaeserIndustry> right, double relative) =>
        left.Count == right.Count && left.Zip(right).All(pair => pair.First.Industry == pair.Second.Industry
            && Bits.Close(Stable(pair.First), Stable(pair.Second), relative));

    private static double[] Numbers(EllisonGlaeserIndustry row) =>
    [
        row.Plants, row.Gamma, row.G, row.Herfindahl, row.ExpectedG, row.StandardDeviationOfG, row.Z, row.GammaArea, row.MaurelSedillot,
    ];

    /// <summary>The numbers that rounding cannot blow up: a deviation of nearly 0 makes z anything.</summary>
    private static double[] Stable(EllisonGlaeserIndustry row) => row.ExpectedG > 1e-9 && row.Herfindahl < 1 - 1e-9
        ? [row.Plants, row.Gamma, row.G, row.Herfindahl, row.ExpectedG, row.GammaArea, row.MaurelSedillot]
        : [row.Plants, row.G, row.Herfindahl, row.ExpectedG];

    /// <summary>Adds in the same order as the product: plants as listed, regions by code.</summary>
    private static List<double[]> Twin((int Region, int Industry, int Workers)[] plants)
    {
        int[] regions = [.. plants.Select(plant => plant.Region).Distinct().Order()];
        double all = plants.Sum(plant => plant.Workers);
        double[] x = [.. regions.Select(r => plants.Where(plant => plant.Region == r).Sum(plant => plant.Workers) / all)];
        (double x2, double x3) = (0, 0);
        foreach (double share in x)
        {
            x2 += share * share;
            x3 += share * share * share;
        }

        List<double[]> rows = [];
        foreach (int industry in plants.Select(plant => plant.Industry).Distinct().Order())
        {
            (int Region, int Industry, int Workers)[] own = [.. plants.Where(plant => plant.Industry == industry)];
            double total = own.Sum(plant => plant.Workers);
            (double h, double z4, double g, double s2) = (0, 0, 0, 0);
            foreach ((int _, int _, int workers) in own)
            {
                double z = workers / total;
                h += z * z;
                z4 += z * z * z * z;
            }

            for (int r = 0; r < regions.Length; r++)
            {
                double s = 0;
                foreach ((int _, int _, int workers) in own.Where(plant => plant.Region == regions[r]))
                {
                    s += workers / total;
                }

                g += (s - x[r]) * (s - x[r]);
                s2 += s * s;
            }

            double expected = (1 - x2) * h;
            double deviation = Math.Sqrt(2 * ((h * h * (x2 - (2 * x3) + (x2 * x2))) - (z4 * (x2 - (4 * x3) + (3 * x2 * x2)))));
            double Corrected(double raw) => own.Length == 1 || h == 1 ? double.NaN : (raw - h) / (1 - h);
            rows.Add(
            [
                own.Length, Corrected(g / (1 - x2)), g, h, expected, deviation, (g - expected) / deviation, g / (1 - x2),
                Corrected((s2 - x2) / (1 - x2)),
            ]);
        }

        return rows;
    }
}
