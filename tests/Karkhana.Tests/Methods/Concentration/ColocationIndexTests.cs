using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class ColocationIndexTests
{
    [Fact]
    public void Three_of_six_pairs_of_pump_makers_and_foundries_share_a_town()
    {
        IndustryPairResult result = Estimate(SamplePlants.ThreeTowns);

        result.Industries.ShouldBe(["foundries", "pumps", "soap"]);
        result.Values.ShouldBe([double.NaN, 0.5, 0, 0.5, double.NaN, 0, 0, 0, double.NaN]);
    }

    [Fact]
    public void All_in_one_region_gives_one() =>
        Estimate(new PlantTable { Regions = ["a", "a", "a"], Industries = ["x", "y", "y"] })[0, 1].ShouldBe(1);

    [Fact]
    public void Every_pair_has_the_bits_of_counting_pairs_one_by_one() => SamplePlants.Rows.Sample(rows =>
    {
        IndustryPairResult result = Estimate(SamplePlants.Of(rows));
        double[] twin = [.. result.Industries.SelectMany(first => result.Industries.Select(second => Share(rows, first, second)))];
        return Bits.Same(result.Values, twin);
    });

    [Fact]
    public void Order_workers_and_labels_change_no_bit() => SamplePlants.Rows.Sample(rows =>
    {
        IReadOnlyList<double> values = Estimate(SamplePlants.Of(rows)).Values;
        return Bits.Same(values, Estimate(SamplePlants.Of(rows.Reverse())).Values)
            && Bits.Same(values, Estimate(SamplePlants.Of(rows.Select(row => (9 - row.Region, row.Industry, 7)))).Values)
            && Bits.Same(values, Estimate(SamplePlants.Of(rows) with { Employment = [] }).Values);
    });

    [Fact]
    public void Bad_input_is_refused()
    {
        foreach (PlantTable plants in SamplePlants.Bad())
        {
            Should.Throw<ArgumentException>(() => Estimate(plants));
        }

        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static IndustryPairResult Estimate(PlantTable plants) =>
        ColocationIndex.Estimate(plants, cancellationToken: TestContext.Current.CancellationToken);

    private static double Share((int Region, int Industry, int Workers)[] rows, string first, string second)
    {
        int[] left = [.. rows.Where(row => $"i{row.Industry}" == first).Select(row => row.Region)];
        int[] right = [.. rows.Where(row => $"i{row.Industry}" == second).Select(row => row.Region)];
        int together = left.Sum(region => right.Count(other => other == region));
        return first == second ? double.NaN : together / ((double)left.Length * right.Length);
    }
}
