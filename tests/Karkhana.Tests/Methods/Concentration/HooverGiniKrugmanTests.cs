using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class HooverGiniKrugmanTests
{
    [Fact]
    public void Three_industries_in_two_regions_are_computed_by_hand()
    {
        // Shares of region a: x 0.75, y 0.5, z 0.25; all: a 9 of 16. LQ of x: 4/3 and 4/7, mean 20/21.
        ActivityTable activity = ActivityTable.Of(
            ["a", "b", "a", "b", "a", "b"], ["x", "x", "y", "y", "z", "z"], [6, 2, 2, 2, 1, 3]);

        HooverGiniKrugmanResult result = Estimate(activity);

        result.Units.ShouldBe(["x", "y", "z"]);
        result.Hoover[0].ShouldBe(0.1875, tolerance: 1e-15);
        result.Gini[0].ShouldBe(0.2, tolerance: 1e-15); // (4/3 − 4/7) / (2 · (4/3 + 4/7))
        result.Krugman[0].ShouldBe(0.75, tolerance: 1e-15); // against (0.375, 0.625)
        result.Krugman[1].ShouldBe(0, tolerance: 1e-15);
    }

    [Fact]
    public void Regions_and_industries_change_places() => ActivityRows.All.Sample(rows =>
    {
        ActivityTable swapped = ActivityTable.Of(
            [.. rows.Select(row => $"i{row.Industry}")], [.. rows.Select(row => $"r{row.Region}")], [.. rows.Select(row => (double)row.Value)]);
        return Bits.Same(
            Numbers(Estimate(ActivityRows.Table(rows), SpecialisationUnit.Region)), Numbers(Estimate(swapped)));
    });

    [Fact]
    public void An_empty_unit_has_no_index_and_is_no_reference_for_others()
    {
        HooverGiniKrugmanResult with = Estimate(ActivityTable.Of(
            ["a", "b", "a", "b", "a"], ["x", "x", "y", "y", "empty"], [6, 2, 2, 2, 0]));
        HooverGiniKrugmanResult without = Estimate(ActivityTable.Of(["a", "b", "a", "b"], ["x", "x", "y", "y"], [6, 2, 2, 2]));

        new[] { with.Hoover[0], with.Gini[0], with.Krugman[0] }.ShouldAllBe(value => double.IsNaN(value));
        with.Notes.Single().Code.ShouldBe("empty-industry");
        Bits.Same([.. with.Krugman.Skip(1)], without.Krugman).ShouldBeTrue();
    }

    [Fact]
    public void A_single_unit_has_no_Krugman_index()
    {
        HooverGiniKrugmanResult result = Estimate(ActivityTable.Of(["a", "b"], ["x", "x"], [6, 2]));

        result.Krugman[0].ShouldBe(double.NaN);
        result.Notes.Single().Code.ShouldBe("one-unit");
        (result.Hoover[0], result.Gini[0]).ShouldBe((0, 0));
    }

    [Fact]
    public void Every_index_is_that_of_its_scalar_twin() => ActivityRows.All.Sample(rows =>
        Bits.Close(Numbers(Estimate(ActivityRows.Table(rows), SpecialisationUnit.Region)), Twin(ActivityRows.Matrix(rows)), relative: 1e-12));

    [Fact]
    public void Order_and_scale_change_no_bit_and_labels_nothing_beyond_the_order_of_addition() => ActivityRows.All.Sample(rows =>
    {
        double[] numbers = Numbers(Estimate(ActivityRows.Table(rows)));
        return Bits.Same(numbers, Numbers(Estimate(ActivityRows.Table(rows.Reverse()))))
            && Bits.Same(numbers, Numbers(Estimate(ActivityRows.Table(rows, scale: 2))))
            && Bits.Close(
                numbers, [.. Numbers(Estimate(ActivityRows.Turned(rows))).Chunk(3).Reverse().SelectMany(row => row)], relative: 1e-12);
    });

    [Fact]
    public void Bad_input_is_refused() => Should.Throw<ArgumentException>(() => Estimate(null!));

    private static double[] Numbers(HooverGiniKrugmanResult result) => [.. Enumerable.Range(0, result.Units.Count)
        .SelectMany(unit => new[] { result.Hoover[unit], result.Gini[unit], result.Krugman[unit] })];

    /// <summary>Gini by all pairs, Krugman by averaging the other rows anew.</summary>
    private static double[] Twin(long[][] matrix)
    {
        double all = matrix.Sum(row => row.Sum());
        double[] t = [.. matrix[0].Select((_, j) => matrix.Sum(row => row[j]) / all)];
        return [.. matrix.SelectMany((row, unit) =>
        {
            double total = row.Sum();
            double[] s = [.. row.Select(value => value / total)];
            double[] q = [.. s.Select((share, j) => t[j] == 0 ? 0 : share / t[j])];
            long[][] others = [.. matrix.Where((other, k) => k != unit && other.Sum() > 0)];
            double Mean(int j) => others.Length == 0 ? double.NaN : others.Average(other => other[j] / (double)other.Sum());
            return new[]
            {
                s.Select((share, j) => Math.Abs(share - t[j])).Sum() / 2,
                q.Sum(left => q.Sum(right => Math.Abs(left - right))) / (2 * q.Length * q.Sum()),
                s.Select((share, j) => Math.Abs(share - Mean(j))).Sum(),
            };
        })];
    }

    private static HooverGiniKrugmanResult Estimate(ActivityTable activity, SpecialisationUnit by = SpecialisationUnit.Industry) =>
        HooverGiniKrugman.Estimate(
            activity, new HooverGiniKrugmanOptions { By = by }, cancellationToken: TestContext.Current.CancellationToken);
}
