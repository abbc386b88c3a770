using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class LocationQuotientTests
{
    [Fact]
    public void A_district_with_five_times_its_share_has_a_quotient_of_five()
    {
        // 600 of 4000 workers against 6000 of 200 000.
        LocationQuotientResult result = Estimate(District());

        result.Values[0].ShouldBe(5, tolerance: 1e-14);
        result.Lows[0].ShouldBe(4.642348785329755, tolerance: 1e-9);
        result.Highs[0].ShouldBe(5.38003822476328, tolerance: 1e-9);
    }

    [Fact]
    public void The_additive_forms_are_differences_of_shares()
    {
        Of(LocationQuotientForm.DifferenceOfIndustryShares)[0].ShouldBe(0.15 - 0.03, tolerance: 1e-15);
        Of(LocationQuotientForm.DifferenceOfRegionShares)[0].ShouldBe(0.1 - 0.02, tolerance: 1e-15);

        static IReadOnlyList<double> Of(LocationQuotientForm form) =>
            Estimate(District(), new LocationQuotientOptions { Form = form }).Values;
    }

    [Fact]
    public void Pairs_that_are_not_listed_are_zero_and_repeated_ones_are_added()
    {
        ActivityTable activity = ActivityTable.Of(["b", "a", "b"], ["x", "y", "x"], [1, 3, 2]);

        activity.Regions.ShouldBe(["a", "b"]);
        activity.Industries.ShouldBe(["x", "y"]);
        activity.Values.ShouldBe([0, 3, 3, 0]);
        Estimate(activity).Values.ShouldBe([0, 2, 2, 0]);
    }

    [Fact]
    public void A_zero_denominator_gives_zero_and_no_interval()
    {
        LocationQuotientResult result = Estimate(ActivityTable.Of(["a", "b", "b"], ["x", "x", "y"], [0, 2, 0]));

        result.Values.ShouldBe([0, 0, 1, 0]);
        result.Lows[0].ShouldBe(double.NaN);
        result.Highs[1].ShouldBe(double.NaN);
    }

    [Fact]
    public void Every_form_has_the_bits_of_its_scalar_twin() => ActivityRows.All.Sample(rows =>
    {
        ActivityTable activity = ActivityRows.Table(rows);
        return Enum.GetValues<LocationQuotientForm>().All(form => Bits.Same(
            Estimate(activity, new LocationQuotientOptions { Form = form }).Values, Twin(rows, form)));
    });

    [Fact]
    public void The_order_of_rows_and_a_scale_of_two_change_no_bit() => ActivityRows.All.Sample(rows =>
    {
        IReadOnlyList<double> values = Estimate(ActivityRows.Table(rows)).Values;
        return Bits.Same(values, Estimate(ActivityRows.Table([.. rows.Reverse()])).Values)
            && Bits.Same(values, Estimate(ActivityRows.Table([.. rows.Select(row => (row.Region, row.Industry, row.Value * 2))])).Values);
    });

    [Fact]
    public void Other_labels_give_the_same_values_in_another_order() => ActivityRows.All.Sample(rows =>
    {
        // Region k becomes 9 - k, so that the regions come the other way round.
        LocationQuotientResult result = Estimate(ActivityRows.Table(rows));
        LocationQuotientResult turned = Estimate(ActivityRows.Table([.. rows.Select(row => (9 - row.Region, row.Industry, row.Value))]));
        int width = result.Activity.Industries.Count;
        return Bits.Close(result.Values, [.. turned.Values.Chunk(width).Reverse().SelectMany(row => row)], relative: 1e-12);
    });

    [Fact]
    public void The_mean_over_regions_weighted_by_their_size_is_one() => ActivityRows.All.Sample(rows =>
    {
        LocationQuotientResult result = Estimate(ActivityRows.Table(rows));
        ActivityTable activity = result.Activity;
        int width = activity.Industries.Count;
        return Enumerable.Range(0, width).Where(i => activity.IndustryTotals[i] > 0).All(i =>
        {
            double mean = activity.RegionTotals.Select((total, r) => total / activity.Total * result.Values[(r * width) + i]).Sum();
            return Math.Abs(mean - 1) < 1e-12;
        });
    });

    [Fact]
    public void The_interval_holds_the_quotient_and_grows_with_the_level() => ActivityRows.All.Sample(rows =>
    {
        LocationQuotientResult narrow = Estimate(ActivityRows.Table(rows), new LocationQuotientOptions { Level = 0.8 });
        LocationQuotientResult wide = Estimate(ActivityRows.Table(rows), new LocationQuotientOptions { Level = 0.99 });
        return Enumerable.Range(0, narrow.Values.Count).Where(cell => !double.IsNaN(narrow.Lows[cell])).All(cell =>
            narrow.Lows[cell] <= narrow.Values[cell] + 1e-12 && narrow.Values[cell] <= narrow.Highs[cell] + 1e-12
            && wide.Lows[cell] <= narrow.Lows[cell] + 1e-12 && narrow.Highs[cell] <= wide.Highs[cell] + 1e-12);
    });

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => ActivityTable.Of(["a"], ["x"], [-1])).Message.ShouldContain("row 1 was -1");
        Should.Throw<ArgumentException>(() => ActivityTable.Of(["a"], ["x"], [double.NaN]));
        Should.Throw<ArgumentException>(() => ActivityTable.Of([], [], [])).Message.ShouldContain("at least one row");
        Should.Throw<ArgumentException>(() => ActivityTable.Of(["a"], ["x"], [double.PositiveInfinity]));
        Should.Throw<ArgumentException>(() => ActivityTable.Of(["a", "b"], ["x"], [1]));
        Should.Throw<ArgumentException>(() => ActivityTable.Of(["a"], ["x"], [1, 2]));
        Should.Throw<ArgumentException>(() => Estimate(null!));
        Should.Throw<ArgumentException>(() => new LocationQuotientOptions { Level = 1 });
    }

    private static LocationQuotientResult Estimate(ActivityTable activity, LocationQuotientOptions? options = null) =>
        LocationQuotient.Estimate(activity, options, cancellationToken: TestContext.Current.CancellationToken);

    private static ActivityTable District() => ActivityTable.Of(
        ["district", "district", "rest", "rest"], ["implements", "other", "implements", "other"], [600, 3400, 5400, 190600]);

    /// <summary>Sums of whole numbers are exact in any order, so that the twin must have equal bits.</summary>
    private static double[] Twin((int Region, int Industry, int Value)[] rows, LocationQuotientForm form)
    {
        List<double> values = [];
        foreach (int r in rows.Select(row => row.Region).Distinct().Order())
        {
            foreach (int i in rows.Select(row => row.Industry).Distinct().Order())
            {
                double cell = rows.Where(row => row.Region == r && row.Industry == i).Sum(row => row.Value);
                double region = rows.Where(row => row.Region == r).Sum(row => row.Value);
                double industry = rows.Where(row => row.Industry == i).Sum(row => row.Value);
                double all = rows.Sum(row => row.Value);
                values.Add(form switch
                {
                    LocationQuotientForm.Ratio => region == 0 || industry == 0 ? 0 : cell / region / (industry / all),
                    LocationQuotientForm.DifferenceOfIndustryShares => (cell / region) - (industry / all),
                    _ => (cell / industry) - (region / all),
                });
            }
        }

        return [.. values];
    }
}
