using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class CoagglomerationGroupTests
{
    [Fact]
    public void A_group_has_the_mean_of_its_pairs_weighted_by_size()
    {
        // w = (0.25, 0.5, 0.25) of foundries, pumps, soap.
        CoagglomerationGroupResult result = Estimate(SamplePlants.ThreeTowns, "soap", "pumps", "foundries");

        result.Estimate.ShouldBe(
            ((0.125 * 0.105 / 0.555) - (0.0625 * 0.315 / 0.555) - (0.125 * 0.315 / 0.555)) / 0.3125, tolerance: 1e-14);
        result.Industries.ShouldBe(["foundries", "pumps", "soap"]);
        result.Plants.ShouldBe(6);
        result.ToTable().Numbers("estimate").ShouldBe([result.Estimate]);
    }

    [Fact]
    public void The_example_of_REAT_has_the_value_of_the_article_and_not_the_one_of_REAT()
    {
        // Plants of Farhauer and Kröll 2014: ellison.c of REAT 3.0.3 says 12.07.
        PlantTable plants = FarhauerKroell();
        string[] all = ["Clothing trade", "Forestry", "Textiles dyeing", "Textiles trade"];

        Estimate(plants, PlantReference.Given, all).Estimate.ShouldBe(0.0890366516703542, tolerance: 1e-13);
        Estimate(plants, PlantReference.Plants, all).Estimate.ShouldBe(-0.035827313215917915, tolerance: 1e-13);
    }

    [Fact]
    public void The_value_is_that_of_the_formula_of_1997() => SamplePlants.Rows.Where(
        rows => rows.Select(row => row.Region).Distinct().Count() > 1 && rows.Select(row => row.Industry).Distinct().Count() > 1)
        .Sample(rows =>
        {
            PlantTable plants = SamplePlants.Of(rows);
            string[] members = [.. plants.Industries.Distinct().Order(StringComparer.Ordinal).Take(3)];
            return Bits.Close([Estimate(plants, members).Estimate], [Formula(plants, members)], relative: 1e-9);
        });

    [Fact]
    public void A_pair_has_the_value_of_the_pair_and_order_and_scale_do_not_matter() => SamplePlants.Rows.Where(
        rows => rows.Select(row => row.Industry).Distinct().Count() > 1).Sample(rows =>
        {
            PlantTable plants = SamplePlants.Of(rows);
            string[] two = [.. plants.Industries.Distinct().Order(StringComparer.Ordinal).Take(2)];
            double pair = Coagglomeration.Estimate(plants, cancellationToken: TestContext.Current.CancellationToken)[0, 1];
            return Bits.Close([Estimate(plants, two).Estimate], [pair], relative: 1e-12)
                && Bits.Close([Estimate(SamplePlants.Of(rows.Reverse(), scale: 3), two[1], two[0]).Estimate], [pair], relative: 1e-12);
        });

    [Fact]
    public void Members_without_workers_are_left_out_and_fewer_than_two_give_no_index()
    {
        PlantTable idle = SamplePlants.ThreeTowns with { Employment = [30, 10, 10, 20, 5, 0] };

        CoagglomerationGroupResult three = Estimate(idle, "foundries", "pumps", "soap");
        three.Estimate.ShouldBe(
            Coagglomeration.Estimate(idle, cancellationToken: TestContext.Current.CancellationToken)[0, 1], tolerance: 1e-14);
        three.Notes.Single().Code.ShouldBe("no-employment");
        CoagglomerationGroupResult two = Estimate(idle, "pumps", "soap");
        two.Estimate.ShouldBe(double.NaN);
        two.Notes.Select(note => note.Code).ShouldBe(["no-employment", "too-few-members"]);
    }

    [Fact]
    public void One_region_gives_no_index_and_says_so()
    {
        CoagglomerationGroupResult result = Estimate(new PlantTable { Regions = ["a", "a"], Industries = ["x", "y"] }, "x", "y");

        result.Estimate.ShouldBe(double.NaN);
        result.Notes.Single().Code.ShouldBe("one-region");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        foreach (PlantTable plants in SamplePlants.Bad())
        {
            Should.Throw<ArgumentException>(() => Estimate(plants, "x", "y"));
        }

        Should.Throw<ArgumentException>(() => Estimate(SamplePlants.ThreeTowns, "pumps", "pumps")).Message.ShouldContain("at least two");
        Should.Throw<ArgumentException>(() => Estimate(SamplePlants.ThreeTowns, "pumps", "ships")).Message.ShouldContain("\"ships\"");
        Should.Throw<ArgumentException>(() => Estimate(SamplePlants.ThreeTowns, PlantReference.Given, "pumps", "soap"));
        Should.Throw<ArgumentNullException>(() => CoagglomerationGroup.Estimate(
            SamplePlants.ThreeTowns, null!, cancellationToken: TestContext.Current.CancellationToken));
    }

    private static CoagglomerationGroupResult Estimate(PlantTable plants, params string[] industries) =>
        Estimate(plants, PlantReference.Plants, industries);

    private static CoagglomerationGroupResult Estimate(PlantTable plants, PlantReference reference, params string[] industries) =>
        CoagglomerationGroup.Estimate(
            plants,
            new CoagglomerationGroupOptions { Industries = industries, Reference = reference },
            cancellationToken: TestContext.Current.CancellationToken);

    // With plants of one industry in it, H_j = 1 and γ_j (1 − H_j) is taken as G_j / (1 − X2) − H_j.
    private static double Formula(PlantTable plants, string[] members)
    {
        string[] regions = [.. plants.Regions.Distinct()];
        double Workers(string r, Func<string, bool> industry) => Enumerable.Range(0, plants.Regions.Count)
            .Where(plant => plants.Regions[plant] == r && industry(plants.Industries[plant])).Sum(plant => plants.Employment[plant]);
        double all = plants.Employment.Sum();
        double[] x = [.. regions.Select(r => Workers(r, _ => true) / all)];
        double rest = 1 - x.Sum(share => share * share);
        double Raw(Func<string, bool> industry)
        {
            double[] workers = [.. regions.Select(r => Workers(r, industry))];
            return workers.Select((own, r) => Math.Pow((own / workers.Sum()) - x[r], 2)).Sum();
        }

        double[] totals = [.. members.Select(member => regions.Sum(r => Workers(r, code => code == member)))];
        double[] w = [.. totals.Select(total => total / totals.Sum())];
        double[] h = [.. members.Select((member, j) => Enumerable.Range(0, plants.Regions.Count)
            .Where(plant => plants.Industries[plant] == member).Sum(plant => Math.Pow(plants.Employment[plant] / totals[j], 2)))];
        double own = members.Select((member, j) => w[j] * w[j] * ((Raw(code => code == member) / rest) - h[j])).Sum();
        double lumps = h.Select((value, j) => w[j] * w[j] * value).Sum();
        return ((Raw(members.Contains) / rest) - lumps - own) / (1 - w.Sum(share => share * share));
    }

    private static PlantTable FarhauerKroell()
    {
        (string Industry, string Region, double[] Workers)[] blocks =
        [
            ("Clothing trade", "1", [1020, 1250, 1255, 1750, 1720, 1580]), ("Clothing trade", "2", [315, 330]),
            ("Clothing trade", "3", [370, 200, 210]),
            ("Forestry", "1", [1020, 1100, 1055, 1100, 1070, 1080]), ("Forestry", "2", [1030, 1015, 1150, 1100]),
            ("Forestry", "3", [210, 170, 100]),
            ("Textiles dyeing", "1", [1020, 1250, 1255, 1750, 1720, 1580]), ("Textiles dyeing", "2", [315, 330]),
            ("Textiles dyeing", "3", [210]),
            ("Textiles trade", "1", [1320, 1250, 1255, 1300, 1320, 1320]), ("Textiles trade", "2", [615, 630]),
            ("Textiles trade", "3", [530]),
        ];
        return new PlantTable
        {
            Regions = [.. blocks.SelectMany(block => block.Workers.Select(_ => block.Region))],
            Industries = [.. blocks.SelectMany(block => block.Workers.Select(_ => block.Industry))],
            Employment = [.. blocks.SelectMany(block => block.Workers)],
            Reference = new Dictionary<string, double> { ["1"] = 360000, ["2"] = 108000, ["3"] = 132000 },
        };
    }
}
