using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class ClusterIndexTests
{
    private static readonly Gen<(int Employment, int Area, int Population, int Firms)[]> Rows =
        Gen.Select(Gen.Int[0, 90], Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[0, 9]).Array[1, 12]
            .Where(rows => rows.Any(row => row.Item1 > 0) && rows.Any(row => row.Item4 > 0));

    [Fact]
    public void Two_regions_are_computed_by_hand()
    {
        // Density 4 and 1 against 2.5; employment per head 0.5 and 0.125 against 5/16; plant size 10 and 5 against 50/6.
        ClusterIndexResult result = Estimate(new()
        {
            Codes = ["b", "a"],
            Employment = [40, 10],
            Areas = [10, 10],
            Populations = [80, 80],
            Firms = [4, 2],
        });

        result.Regions.ShouldBe(["b", "a"]);
        result.Values[0].ShouldBe(4 / 2.5 * (0.5 / 0.3125) / (10 / (50.0 / 6)), tolerance: 1e-14);
        result.Values[1].ShouldBe(1 / 2.5 * (0.125 / 0.3125) / (5 / (50.0 / 6)), tolerance: 1e-14);
    }

    [Fact]
    public void It_is_the_product_of_its_three_relations_where_they_are_defined() => Rows.Sample(rows =>
    {
        (double e, double a, double p, double b) = (
            rows.Sum(row => row.Employment), rows.Sum(row => row.Area), rows.Sum(row => row.Population), rows.Sum(row => row.Firms));
        double[] twin = [.. rows.Select(row => row.Employment == 0 || row.Firms == 0
            ? 0
            : row.Employment / (double)row.Area / (e / a) * (row.Employment / (double)row.Population / (e / p))
                / (row.Employment / (double)row.Firms / (e / b)))];
        return Bits.Close(Estimate(Of(rows)).Values, twin, relative: 1e-12);
    });

    [Fact]
    public void Order_and_units_of_measurement_change_nothing_beyond_rounding() => Rows.Sample(rows =>
    {
        IReadOnlyList<double> values = Estimate(Of(rows)).Values;
        ClusterRegions other = Of(rows) with
        {
            Areas = [.. rows.Select(row => row.Area * 100.0)],
            Populations = [.. rows.Select(row => row.Population / 1000.0)],
        };
        return Bits.Close(values, [.. Estimate(Of([.. rows.Reverse()])).Values.Reverse()], relative: 1e-12)
            && Bits.Close(values, Estimate(other).Values, relative: 1e-12);
    });

    [Fact]
    public void One_region_is_the_average_and_an_empty_industry_has_no_index()
    {
        Estimate(Of([(7, 3, 20, 2)])).Values[0].ShouldBe(1, tolerance: 1e-15);
        ClusterIndexResult empty = Estimate(Of([(0, 3, 20, 0), (0, 4, 10, 0)]));
        empty.Values.ShouldAllBe(value => double.IsNaN(value));
        empty.Notes.Single().Code.ShouldBe("empty-industry");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        ClusterRegions two = Of([(1, 1, 1, 1), (2, 2, 2, 2)]);
        Should.Throw<ArgumentException>(() => Estimate(two with { Codes = ["a", "a"] })).Message.ShouldContain("a came twice");
        Should.Throw<ArgumentException>(() => Estimate(two with { Areas = [0, 1] }));
        Should.Throw<ArgumentException>(() => Estimate(two with { Populations = [1, -1] }));
        Should.Throw<ArgumentException>(() => Estimate(two with { Employment = [1, double.NaN] }));
        Should.Throw<ArgumentException>(() => Estimate(two with { Firms = [-1, 1] }));
        Should.Throw<ArgumentException>(() => Estimate(two with { Firms = [1] }));
        Should.Throw<ArgumentException>(() => Estimate(Of([])));
    }

    private static ClusterRegions Of((int Employment, int Area, int Population, int Firms)[] rows) => new()
    {
        Codes = [.. rows.Select((_, i) => $"r{i}")],
        Employment = [.. rows.Select(row => (double)row.Employment)],
        Areas = [.. rows.Select(row => (double)row.Area)],
        Populations = [.. rows.Select(row => (double)row.Population)],
        Firms = [.. rows.Select(row => (double)row.Firms)],
    };

    private static ClusterIndexResult Estimate(ClusterRegions regions) =>
        ClusterIndex.Estimate(regions, cancellationToken: TestContext.Current.CancellationToken);
}
