using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class CoagglomerationTests
{
    [Fact]
    public void Industries_in_the_same_towns_coagglomerate_and_one_apart_does_not()
    {
        // x = (0.6, 0.15, 0.25), 1 − Σx² = 0.555; departures (0.2, 0.05, −0.25) twice and (−0.6, −0.15, 0.75).
        IndustryPairResult result = Estimate(SamplePlants.ThreeTowns);

        result.Industries.ShouldBe(["foundries", "pumps", "soap"]);
        result[0, 1].ShouldBe(0.105 / 0.555, tolerance: 1e-14);
        result[1, 0].ShouldBe(result[0, 1]);
        result[0, 2].ShouldBe(-0.315 / 0.555, tolerance: 1e-14);
        result[2, 2].ShouldBe(0.945 / 0.555, tolerance: 1e-14);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void With_the_mean_of_shares_the_departures_add_up_to_zero()
    {
        // x = (1.6/3, 0.4/3, 1/3), Σx² = 3.72/9; foundries and pumps depart by (0.8/3, 0.2/3, −1/3).
        IndustryPairResult result = Estimate(SamplePlants.ThreeTowns, CoagglomerationReference.MeanShare);

        result[0, 1].ShouldBe((1.68 / 9) / (1 - (3.72 / 9)), tolerance: 1e-14);
        for (int i = 0; i < 3; i++)
        {
            (result[i, 0] + result[i, 1] + result[i, 2]).ShouldBe(0, tolerance: 1e-14);
        }
    }

    [Fact]
    public void A_reference_of_its_own_may_hold_regions_without_a_plant()
    {
        // x = (0.25, 0.25, 0.25, 0.25), s = (0.8, 0.2, 0, 0) and (0, 0, 1, 0).
        PlantTable plants = SamplePlants.ThreeTowns with
        {
            Reference = new Dictionary<string, double> { ["a"] = 5, ["b"] = 5, ["c"] = 5, ["d"] = 5 },
        };

        Estimate(plants, CoagglomerationReference.Given)[1, 2].ShouldBe(-0.25 / 0.75, tolerance: 1e-14);
    }

    [Fact]
    public void The_diagonal_is_the_raw_concentration_of_Ellison_and_Glaeser() => SamplePlants.Rows.Sample(rows =>
    {
        IndustryPairResult pairs = Estimate(SamplePlants.Of(rows));
        IReadOnlyList<EllisonGlaeserIndustry> single = EllisonGlaeser.Estimate(
            SamplePlants.Of(rows), cancellationToken: TestContext.Current.CancellationToken).Industries;
        return Bits.Close(
            [.. single.Select((_, i) => pairs[i, i])],
            [.. single.Select(row => pairs.Values.All(double.IsNaN) ? double.NaN : row.GammaArea)],
            relative: 1e-12);
    });

    [Fact]
    public void The_order_of_rows_the_scale_and_the_labels_change_next_to_nothing() => SamplePlants.Rows.Sample(rows =>
    {
        IReadOnlyList<double> values = Estimate(SamplePlants.Of(rows)).Values;
        return Bits.Close(values, Estimate(SamplePlants.Of(rows.Reverse())).Values, relative: 1e-12)
            && Bits.Same(values, Estimate(SamplePlants.Of(rows, scale: 2)).Values)
            && Bits.Close(
                values, Estimate(SamplePlants.Of(rows.Select(row => (9 - row.Region, row.Industry, row.Workers)))).Values, relative: 1e-12);
    });

    [Fact]
    public void Every_pair_has_the_bits_of_its_scalar_twin() => SamplePlants.Rows.Sample(rows =>
        Bits.Same(Estimate(SamplePlants.Of(rows)).Values, Twin(rows)));

    [Fact]
    public void One_region_gives_no_index_and_says_so()
    {
        foreach (CoagglomerationReference reference in new[] { CoagglomerationReference.Employment, CoagglomerationReference.MeanShare })
        {
            IndustryPairResult result = Estimate(new PlantTable { Regions = ["a", "a"], Industries = ["x", "y"] }, reference);

            result.Values.ShouldAllBe(value => double.IsNaN(value));
            result.Notes.Single().Code.ShouldBe("one-region");
        }
    }

    [Fact]
    public void An_industry_without_workers_has_no_index_and_is_named()
    {
        IndustryPairResult result = Estimate(SamplePlants.ThreeTowns with { Employment = [30, 10, 10, 20, 5, 0] });

        result[0, 1].ShouldNotBe(double.NaN);
        result[0, 2].ShouldBe(double.NaN);
        result.Notes.Single().Text.ShouldContain("soap");
        Estimate(SamplePlants.ThreeTowns with { Employment = [30, 10, 10, 20, 5, 0] }, CoagglomerationReference.MeanShare)[0, 1]
            .ShouldNotBe(double.NaN);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        foreach (PlantTable plants in SamplePlants.Bad())
        {
            Should.Throw<ArgumentException>(() => Estimate(plants));
        }

        Should.Throw<ArgumentException>(() => Estimate(SamplePlants.ThreeTowns with { Employment = [0, 0, 0, 0, 0, 0] }));
        Should.Throw<ArgumentException>(() => Estimate(SamplePlants.ThreeTowns, CoagglomerationReference.Given));
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    [Fact]
    public void The_table_has_each_pair_once() =>
        Estimate(SamplePlants.ThreeTowns).ToTable().Texts("other_industry").ShouldBe(["pumps", "soap", "soap"]);

    private static IndustryPairResult Estimate(
        PlantTable plants, CoagglomerationReference reference = CoagglomerationReference.Employment) => Coagglomeration.Estimate(
        plants, new CoagglomerationOptions { Reference = reference }, cancellationToken: TestContext.Current.CancellationToken);

    private static double[] Twin((int Region, int Industry, int Workers)[] rows)
    {
        int[] regions = [.. rows.Select(row => row.Region).Distinct().Order()];
        int[] industries = [.. rows.Select(row => row.Industry).Distinct().Order()];
        double all = rows.Sum(row => row.Workers);
        double[] x = [.. regions.Select(r => rows.Where(row => row.Region == r).Sum(row => row.Workers) / all)];
        double Share(int r, int i) => rows.Where(row => row.Region == regions[r] && row.Industry == industries[i]).Sum(row => row.Workers)
            / (double)rows.Where(row => row.Industry == industries[i]).Sum(row => row.Workers);
        double x2 = 0;
        foreach (double share in x)
        {
            x2 += share * share;
        }

        double[] values = new double[industries.Length * industries.Length];
        for (int cell = 0; cell < values.Length; cell++)
        {
            (int i, int j) = (Math.Min(cell / industries.Length, cell % industries.Length), Math.Max(cell / industries.Length, cell % industries.Length));
            (double product, double left, double right) = (0, 0, 0);
            for (int r = 0; r < x.Length; r++)
            {
                product += Share(r, i) * Share(r, j);
                left += Share(r, i) * x[r];
                right += Share(r, j) * x[r];
            }

            values[cell] = x2 < 1 ? (product - left - right + x2) / (1 - x2) : double.NaN;
        }

        return values;
    }
}
