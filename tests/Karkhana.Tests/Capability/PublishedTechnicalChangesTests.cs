using Karkhana.Capability;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

/// <summary>What leaves the account of technical changes rests on five firms, and cannot be subtracted to fewer.</summary>
public sealed class PublishedTechnicalChangesTests
{
    private const int Half = 30;

    // The first thirty firms are clustered, the others dispersed; all are watched for five years.
    private static readonly int[] Everyone = [.. Enumerable.Range(0, 2 * Half)];

    private static readonly FirmRegister Register =
        SampleRegisters.Of([.. Everyone.Select(firm => (double)firm)], [.. Everyone.Select(_ => 0.0)], []);

    [Fact]
    public void A_group_of_few_firms_with_a_change_hides_the_other_group_and_a_second_kind()
    {
        TechnicalChangesResult result = Of(
        [
            .. Many(0, 12, TechnicalChangeType.Product), .. Many(Half, 12, TechnicalChangeType.Product),
            .. Many(0, 9, TechnicalChangeType.Process), .. Many(Half, 9, TechnicalChangeType.Process),
            .. Many(0, 8, TechnicalChangeType.Organisation), .. Many(Half, 3, TechnicalChangeType.Organisation),
            .. Many(Half, 3, TechnicalChangeType.Organisation), // each of the three again
        ]);
        Table rates = PublishedChanges.Rates(result);

        Cell(result.ToTable(), "organisation", "dispersed", "firms_with").ShouldBe(3);
        Cell(result.ToTable(), "organisation", "dispersed", "events").ShouldBe(6);
        foreach (string kind in (string[])["organisation", "process"])
        {
            foreach (string column in (string[])["events", "estimate", "conf_low", "conf_high", "ratio", "p_value", "firms_with"])
            {
                Cell(rates, kind, "clustered", column).ShouldBe(double.NaN);
                Cell(rates, kind, "dispersed", column).ShouldBe(double.NaN);
            }

            Cell(rates, kind, "all", "firms_with").ShouldBe(double.NaN);
        }

        Cell(rates, "organisation", "all", "events").ShouldBe(14);
        Cell(rates, "organisation", "dispersed", "n").ShouldBe(Half);
        Cell(rates, "product", "dispersed", "events").ShouldBe(12);
        Cell(PublishedChanges.Tests(result), "organisation", "dispersed", "observed").ShouldBe(double.NaN);
        Cell(PublishedChanges.Tests(result), "organisation", "dispersed", "expected").ShouldBe(double.NaN);
        Cell(PublishedChanges.Tests(result), "organisation", "clustered", "observed").ShouldBe(8);
    }

    [Fact]
    public void A_single_hidden_source_hides_the_smallest_that_is_shown()
    {
        TechnicalChangesResult result = Of(
        [
            .. Many(0, 12, TechnicalChangeType.Product, "user"), .. Many(0, 9, TechnicalChangeType.Process, "own"),
            .. Many(0, 6, TechnicalChangeType.Organisation, "supplier"), .. Many(20, 2, TechnicalChangeType.Product, "worker"),
        ]);
        Table sources = PublishedChanges.Sources(result);

        sources.Texts("term").ShouldBe(["user", "own", "supplier", "worker"]);
        sources.Numbers("estimate").Select(double.IsNaN).ShouldBe([false, false, true, true]);
        sources.Numbers("events").Select(double.IsNaN).ShouldBe([false, false, true, true]);
        Cell(PublishedChanges.Rates(result), "supplier", "all", "events").ShouldBe(double.NaN);
        Cell(PublishedChanges.Rates(result), "worker", "all", "events").ShouldBe(double.NaN);
        result.FirmsWithSource.ShouldBe(14);
    }

    [Fact]
    public void Years_are_shown_once_five_more_firms_had_a_first_change_and_the_rest_joins_the_last()
    {
        // First changes of clustered firms: 3, 4, 0, 5 and 2 in the five years.
        int[] came = [3, 4, 0, 5, 2];
        TechnicalChange[] log = [.. Enumerable.Range(0, 5).SelectMany(year => Enumerable.Range(came[..year].Sum(), came[year])
            .Select(firm => Change(firm, 2010 + year, TechnicalChangeType.Product, "own")))];
        TechnicalChangesResult result = Of([.. log, Change(Half, 2012, TechnicalChangeType.Product, "own")]);

        SurvivalCurveResult curve = PublishedChanges.Curves(result).Single(first => first.Category == "any").Curves["clustered"];
        curve.Times.ShouldBe([2, 5]);
        curve.Events.ShouldBe([7, 7]);
        curve.AtRisk.ShouldBe([30, 23]);
        curve.Survival[1].ShouldBe(16 / 30.0, tolerance: 1e-12);
        Table table = PublishedChanges.Survival(result);
        table.Texts("group").ShouldAllBe(group => group == "clustered"); // one dispersed firm had one
        table.Numbers("events").ShouldAllBe(events => events >= 5);
    }

    [Theory]
    [InlineData(9, false, false)]
    [InlineData(10, true, false)]
    [InlineData(19, true, false)]
    [InlineData(20, true, true)]
    public void Medians_need_ten_firms_and_quartiles_twenty(int firms, bool median, bool quartiles)
    {
        ChangeCost cost = Of(Many(0, firms, TechnicalChangeType.Product)).Costs[0];

        (double.IsFinite(cost.Median), double.IsFinite(cost.LowerQuartile), double.IsFinite(cost.UpperQuartile))
            .ShouldBe((median, quartiles, quartiles));
    }

    [Fact]
    public void Where_few_firms_make_many_changes_the_comparison_is_scaled()
    {
        // Five clustered firms make eight changes each, twenty dispersed firms one each.
        TechnicalChangesResult result = Of(
        [
            .. Enumerable.Range(0, 8).SelectMany(_ => Many(0, 5, TechnicalChangeType.Product)),
            .. Many(Half, 20, TechnicalChangeType.Product), .. Many(0, 9, TechnicalChangeType.Process),
            .. Many(Half, 9, TechnicalChangeType.Process),
        ]);
        ChangeRate product = result.Rates.Single(rate => rate.Category == "product");
        RateRatio exact = product.Groups!.Ratios[0];

        // Clustered: 5 (8 − 4/3)²/(4/3) + 25 · 4/3 = 200; dispersed: 20 (1/3)²/(2/3) + 10 · 2/3 = 10; 58 degrees of freedom.
        product.RatioDispersion.ShouldBe(210 / 58.0, tolerance: 1e-9);
        product.Ratio!.Estimate.ShouldBe(2, tolerance: 1e-12);
        product.Ratio.Low.ShouldBeLessThan(exact.Low);
        exact.PValue.ShouldBeLessThan(0.05);
        product.Ratio.PValue.ShouldBeGreaterThan(0.05);
        ChangeRate process = result.Rates.Single(rate => rate.Category == "process");
        process.RatioDispersion.ShouldBe(double.NaN);
        process.Ratio.ShouldBe(process.Groups!.Ratios[0]);
        Cell(result.ToTable(), "product", "clustered", "ratio_low").ShouldBe(product.Ratio.Low);
    }

    [Fact]
    public void A_scaled_ratio_has_the_error_of_its_logarithm_times_the_root_of_the_dispersion()
    {
        GroupRate one = new("one", 10, 20, 100, 0.2, 0, 1, 4);
        GroupRate other = new("other", 10, 10, 100, 0.1, 0, 1, 4);

        RateRatio ratio = RateRatio.Scaled(one, other, 4, 0.95);

        double error = Math.Sqrt(4 * 0.15);
        ratio.Low.ShouldBe(2 * Math.Exp(-1.959963984540054 * error), tolerance: 1e-9);
        ratio.High.ShouldBe(2 * Math.Exp(1.959963984540054 * error), tolerance: 1e-9);
        ratio.PValue.ShouldBe(0.3709, tolerance: 1e-3);
        Should.Throw<ArgumentException>(() => RateRatio.Scaled(one with { Events = 0 }, other with { Events = 0 }, 4, 0.95));
        Should.Throw<ArgumentException>(() => RateRatio.Scaled(one, other, 0, 0.95));
    }

    [Fact]
    public void A_group_without_change_is_compared_by_the_score()
    {
        // Score (20 − 10)/√(4 · 20 · ¼) = √5; Wilson's limits of 5 of 5: 5/z² is the least ratio.
        GroupRate one = new("one", 10, 20, 100, 0.2, 0, 1, 4);
        GroupRate none = new("none", 10, 0, 100, 0, 0, 1, double.NaN);

        RateRatio above = RateRatio.Scaled(one, none, 4, 0.95);
        RateRatio below = RateRatio.Scaled(none, one, 4, 0.95);

        above.PValue.ShouldBe(0.02535, tolerance: 1e-4);
        below.PValue.ShouldBe(above.PValue, tolerance: 1e-12);
        (above.Estimate, above.High, below.Estimate, below.Low).ShouldBe((double.PositiveInfinity, double.PositiveInfinity, 0, 0));
        above.Low.ShouldBe(5 / (1.959963984540054 * 1.959963984540054), tolerance: 1e-9);
        below.High.ShouldBe(1 / above.Low, tolerance: 1e-9);
    }

    private static double Cell(Table table, string category, string group, string column) => table.Numbers(column)[
        Enumerable.Range(0, table.RowCount).Single(row => table.Texts("category")[row] == category && table.Texts("group")[row] == group)];

    private static TechnicalChange[] Many(int first, int firms, TechnicalChangeType type, string source = "own") =>
        [.. Enumerable.Range(first, firms).Select(firm => Change(firm, 2010 + (firm % 5), type, source))];

    private static TechnicalChange Change(int firm, int year, TechnicalChangeType type, string source) =>
        new(firm, year, type, source, 100 + firm, 1, 1);

    private static TechnicalChangesResult Of(TechnicalChange[] log) => TechnicalChanges.Estimate(
        Register, new TechnicalChangeTable(2010, 2014, log, []), new WatchedFirms(Everyone, [.. Everyone.Select(firm => firm < Half)]))!;
}
