using CsCheck;
using Karkhana.Agglomeration;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

/// <summary>Each quantity by hand, on nine establishments along a road.</summary>
public sealed class RegisterIndicatorTests
{
    private static readonly FirmRegister Road = SampleRegisters.Of(
        [0, 1000, 3000, 500, 2500, 800, 900, 1500, 1800], new double[9], ["a", "a", "a", "s", "s", "f", "p", "d", "u"],
        [10, 20, 30, 1, 1, 1, 1, 1, 1]);

    private static readonly IndustryTable Roles = new(
    [
        new("a", "metal", IndustryRole.None, ""),
        new("s", "s", IndustryRole.InputSupplier, ""),
        new("f", "metal", IndustryRole.ProcessSpecialist, "casting"),
        new("p", "metal", IndustryRole.ProcessSpecialist, "plating"),
        new("d", "d", IndustryRole.Dealer, ""),
        new("u", "u", IndustryRole.User, ""),
    ]);

    // Nine firms of one trade within 800 m; the fifth closed in 2018, the last came in 2016 and went in 2019.
    private static readonly FirmRegister Street = SampleRegisters.Of(
        [0, 100, 200, 300, 400, 500, 600, 700, 800], new double[9], [.. Enumerable.Repeat("a", 9)],
        [10, 2, 4, 3, 40, 20, 30, 50, 1]) with
    {
        Year = 2020,
        Founded = [2000, 2018, 2017, 2019, 1990, 1985, 1995, 1980, 2016],
        Closed = [double.NaN, double.NaN, double.NaN, double.NaN, 2018, double.NaN, double.NaN, double.NaN, 2019],
        EarlierEmployment = [10, double.NaN, double.NaN, double.NaN, 40, 10, double.NaN, double.NaN, double.NaN],
        EarlierYear = 2010,
    };

    private static RegisterSample Makers => new(Road, [0, 1, 2])
    {
        Industries = Roles,
        Institutions = Institutions(
            (InstitutionKind.MarketTown, -1000, 0), (InstitutionKind.Bank, 0, 0), (InstitutionKind.TestingLaboratory, 3000, 4000),
            (InstitutionKind.Association, 0, 12_000)),
    };

    [Fact]
    public void Labour_pooling_is_that_of_the_framework()
    {
        FirmRegister four = SampleRegisters.Of([0, 0, 3000, 10_000], [0, 1000, 4000, 0], ["a", "a", "a", "a"], [5, 10, 20, 8]);
        RegisterIndicator pool = Estimate(new RegisterSample(four, [0, 1, 2, 3])).Of("EE01").ShouldHaveSingleItem();

        Bits.Close(pool.Values, [7.76091015, 5.48269426, 1.75119170, 0.45449521], relative: 5e-9).ShouldBeTrue();
        // The median is (5.48269426 + 1.75119170) / 2 = 3.61694298: A / (A + 3.61694298).
        Bits.Close(pool.Bounded(), [0.68210673, 0.60251789, 0.32621978, 0.11163014], relative: 1e-8).ShouldBeTrue();
    }

    [Fact]
    public void Suppliers_are_counted_and_shared_among_the_producers() => ShouldBe(
        "EE02", [1, 2, 1], [1 / 2.0, 2 / 3.0, 1 / 2.0]);

    [Fact]
    public void Specialists_are_counted_and_their_stages_have_an_entropy() => ShouldBe(
        "EE03", [2, 2, 0], [Math.Log(2), Math.Log(2), 0]);

    [Fact]
    public void Transaction_distance_is_that_to_the_nearest_suppliers_and_dealers() => Values(
        Estimate(Makers, new RegisterExposureOptions { NearestPartners = 2 }), "EE04")[0].ShouldBe([1, 0.5, 1]);

    [Fact]
    public void With_fewer_partners_than_asked_for_those_there_are_count() => Bits.Close(
        Values(Estimate(Makers, new RegisterExposureOptions { NearestPartners = 100 }), "EE04")[0], [1.5, 2.5 / 3, 1.5], relative: 1e-14)
        .ShouldBeTrue();

    [Fact]
    public void Market_access_is_dealers_near_and_a_market_town_near() => ShouldBe("EE05", [1, 1, 1], [1, 2, 4]);

    [Fact]
    public void Shared_infrastructure_decays_with_five_kilometres() => ShouldBe(
        "EE06",
        [1 + Math.Exp(-1), Math.Exp(-0.2) + Math.Exp(-Math.Sqrt(20) / 5), Math.Exp(-0.6) + Math.Exp(-0.8)],
        [2.5, (1 + Math.Sqrt(20)) / 2, 3.5]);

    [Fact]
    public void Users_near_are_counted() => ShouldBe("EE07", [1, 1, 1]);

    [Fact]
    public void Firms_of_the_product_are_counted_within_three_radii() => ShouldBe("EE08", [1, 1, 0], [2, 2, 2], [2, 2, 2]);

    [Fact]
    public void Institutes_count_within_ten_kilometres() => Values(Estimate(Makers), "JA06")[0].ShouldBe([1, 1, 1]);

    [Fact]
    public void An_association_beyond_the_radius_is_out_of_reach()
    {
        Values(Estimate(Makers), "JA07")[0].ShouldBe([0, 0, 0]);
        Values(Estimate(Makers, new RegisterExposureOptions { InstitutionKilometres = 12 }), "JA07")[0].ShouldBe([1, 0, 0]);
    }

    [Fact]
    public void Congestion_counts_everybody_but_the_firm_itself() => ShouldBe("DE01", [6, 8, 4], [25, 46, 23]);

    [Fact]
    public void Variety_is_that_of_the_neighbours()
    {
        // Around the first: s f p a d u, one each; metal holds three of six.
        IReadOnlyList<double>[] variety = Values(Estimate(Makers), "DE04");

        variety[0][0].ShouldBe(Math.Log(6), tolerance: 1e-14);
        variety[1][0].ShouldBe(0.5 * Math.Log(3), tolerance: 1e-14);
    }

    [Fact]
    public void Variety_is_related_plus_unrelated() => Gen.Int[0, 8].Array[1, 12].Sample(codes =>
    {
        FirmRegister firms = SampleRegisters.Of(new double[codes.Length + 1], new double[codes.Length + 1], ["x", .. codes.Select(code => $"i{code}")]);
        IndustryTable groups = new([.. Enumerable.Range(0, 9).Select(code => new IndustryEntry($"i{code}", $"g{code % 3}", IndustryRole.None, ""))]);
        IReadOnlyList<double>[] variety = Values(Estimate(new RegisterSample(firms, [0]) { Industries = groups }), "DE04");
        double unrelated = Entropy(codes.Select(code => code % 3));
        return Math.Abs(variety[0][0] - Entropy(codes)) < 1e-12 && Math.Abs(variety[1][0] - (variety[0][0] - unrelated)) < 1e-12;
    });

    [Fact]
    public void Churn_counts_those_that_came_and_went_over_the_mean_stock()
    {
        // Around the first: 4 stood in 2015, 6 stand; 3 came, 1 went, 1 came and went.
        IReadOnlyList<double>[] rivalry = Values(Estimate(new RegisterSample(Street, [0])), "EE11");

        rivalry[0].ShouldBe([6]);
        rivalry[1].ShouldBe([6 / 5.0]);
    }

    [Fact]
    public void Crowding_grows_by_firms_and_by_workers()
    {
        IReadOnlyList<double>[] growth = Values(Estimate(new RegisterSample(Street, [0])), "DE05");

        growth[0].ShouldBe([2 * (6 - 4) / 10.0]);
        // Known at both dates: 40 to none, 10 to 20.
        growth[1].ShouldBe([2 * (20 - 50) / 70.0]);
    }

    [Fact]
    public void Entrants_are_compared_with_incumbents() =>
        // Entrants 2, 4, 3; incumbents that are open 20, 30, 50.
        Values(Estimate(new RegisterSample(Street, [0])), "EE13")[0].ShouldBe([10]);

    [Fact]
    public void Two_entrants_are_too_few_to_tell() =>
        Values(Estimate(new RegisterSample(Street, [1])), "EE13")[0].ShouldBe([double.NaN]);

    [Fact]
    public void A_firm_that_has_closed_has_no_exposure_and_is_nobodys_neighbour()
    {
        RegisterExposuresResult result = Estimate(new RegisterSample(Street, [0, 4]));

        result.Indicators.ShouldAllBe(indicator => double.IsNaN(indicator.Values[1]));
        Values(result, "DE01")[0][0].ShouldBe(6);
        Values(result, "EE01")[0][0].ShouldBe(
            (2 * Math.Exp(-0.05)) + (4 * Math.Exp(-0.1)) + (3 * Math.Exp(-0.15)) + (20 * Math.Exp(-0.25)) + (30 * Math.Exp(-0.3)) + (50 * Math.Exp(-0.35)),
            tolerance: 1e-12);
    }

    [Fact]
    public void Nearer_and_less_varied_is_more()
    {
        RegisterExposuresResult result = Estimate(Makers, new RegisterExposureOptions { NearestPartners = 2 });

        result.Exposures.Find("EE04")!.Values.Take(3).ShouldBe([1 / 3.0, 2.5 / 3, 1 / 3.0]);
        result.Of("DE04")[0].LessIsMore.ShouldBeTrue();
        result.Of("EE04")[0].Bounded().ShouldAllBe(value => double.IsNaN(value));
    }

    [Fact]
    public void Indicators_are_those_of_the_double_loop() => Gen.Select(
        Gen.Int[0, 6000], Gen.Int[0, 6000], Gen.Int[0, 3], Gen.Int[1, 40]).Array[1, 40].Sample(rows =>
        {
            FirmRegister firms = Of(rows);
            RegisterExposuresResult result = Estimate(new RegisterSample(firms, [.. Enumerable.Range(0, rows.Length)]) { Industries = Letters });
            double[] Count(Func<int, int, bool> counts) => [.. Enumerable.Range(0, rows.Length).Select(i => (double)Enumerable.Range(0, rows.Length)
                .Count(j => i != j && counts(i, j) && Squared(rows, i, j) <= 2000L * 2000))];
            return Bits.Close(Values(result, "DE01")[0], Count((_, _) => true), 0)
                && Bits.Close(Values(result, "EE11")[0], Count((i, j) => rows[i].Item3 == rows[j].Item3), 0)
                && (result.Of("EE07").Count == 0 || Bits.Close(Values(result, "EE07")[0], Count((_, j) => rows[j].Item3 == 3), 0));
        });

    [Fact]
    public void Neither_a_move_of_the_map_nor_the_order_of_the_register_matters() => Gen.Select(
        Gen.Int[0, 6000], Gen.Int[0, 6000], Gen.Int[0, 3], Gen.Int[1, 40]).Array[2, 30].Sample(rows =>
        {
            int[] all = [.. Enumerable.Range(0, rows.Length)];
            RegisterExposuresResult plain = Estimate(new RegisterSample(Of(rows), all) { Industries = Letters });
            FirmRegister elsewhere = Of([.. rows.Reverse().Select(row => (row.Item1 + 700_000, row.Item2 - 40_000, row.Item3, row.Item4))]);
            RegisterExposuresResult moved = Estimate(new RegisterSample(elsewhere, all) { Industries = Letters });
            return plain.Indicators.Zip(moved.Indicators).All(
                pair => Bits.Close(pair.First.Values, [.. pair.Second.Values.Reverse()], relative: 1e-9));
        });

    [Fact]
    public void What_a_register_cannot_show_is_said_and_not_made_up()
    {
        RegisterExposuresResult bare = Estimate(new RegisterSample(Road, [0, 1, 2]));
        RegisterExposuresResult full = Estimate(Makers);

        bare.Exposures.Exposures.Select(exposure => exposure.AdvantageId).ShouldBe(["DE01", "DE04", "EE01", "EE08", "EE11"]);
        full.Exposures.Exposures.Select(exposure => exposure.AdvantageId).ShouldBe(
            ["DE01", "DE04", "EE01", "EE02", "EE03", "EE04", "EE05", "EE06", "EE07", "EE08", "EE11", "JA06", "JA07"]);
        bare.Notes.Select(note => note.Code).ShouldBe(["not-in-a-register", "not-in-this-register"]);
        bare.Notes[1].Text.ShouldStartWith("EE02, EE03, EE04, EE05, EE06, EE07, EE13, JA06, JA07, DE05 need");
        Estimate(new RegisterSample(Street with { Closed = [] }, [0])).Notes.Select(note => note.Code).ShouldContain("closures-not-recorded");
    }

    [Fact]
    public void A_sample_of_an_industry_sees_all_of_it() =>
        Values(Estimate(new RegisterSample(Road, [0])), "EE11")[0].ShouldBe([1]);

    [Fact]
    public void The_table_holds_back_groups_below_five()
    {
        FirmRegister firms = SampleRegisters.Random(40, ["a", "b"], 3);
        RegisterSample sample = new(firms, [.. Enumerable.Range(0, 20).Select(i => 2 * i)])
        {
            Clustered = [.. Enumerable.Range(0, 20).Select(i => i < 16)],
        };

        Table table = Estimate(sample).ToTable();

        table.Name.ShouldBe("register_indicators");
        for (int row = 0; row < table.RowCount; row++)
        {
            bool clustered = table.Texts("group")[row] == "clustered";
            double.IsNaN(table.Numbers("estimate")[row]).ShouldBe(!clustered);
            double.IsNaN(table.Numbers("n")[row]).ShouldBe(!clustered);
        }
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new RegisterSample(Road, [0, 9])));
        Should.Throw<ArgumentException>(() => Estimate(new RegisterSample(Road, [0, 1]) { Clustered = [true] }));
        Should.Throw<ArgumentOutOfRangeException>(() => new RegisterExposureOptions { NearKilometres = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RegisterExposureOptions { Years = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RegisterExposureOptions { NearestPartners = 101 });
    }

    private static readonly IndustryTable Letters = new(
    [
        new("i1", "g", IndustryRole.InputSupplier, ""), new("i2", "g", IndustryRole.ProcessSpecialist, "casting"),
        new("i3", "i3", IndustryRole.User, ""),
    ]);

    private static FirmRegister Of((int X, int Y, int Industry, int Workers)[] rows) => SampleRegisters.Of(
        [.. rows.Select(row => (double)row.X)], [.. rows.Select(row => (double)row.Y)], [.. rows.Select(row => $"i{row.Industry}")],
        [.. rows.Select(row => (double)row.Workers)]);

    private static long Squared((int X, int Y, int Industry, int Workers)[] rows, int i, int j) =>
        ((long)(rows[i].X - rows[j].X) * (rows[i].X - rows[j].X)) + ((long)(rows[i].Y - rows[j].Y) * (rows[i].Y - rows[j].Y));

    internal static InstitutionTable Institutions(params (InstitutionKind Kind, double X, double Y)[] rows) => new()
    {
        Ids = [.. rows.Select((_, i) => $"I{i}")],
        Kinds = [.. rows.Select(row => row.Kind)],
        Longitudes = [.. rows.Select(_ => 72.0)],
        Latitudes = [.. rows.Select(_ => 31.0)],
        X = [.. rows.Select(row => row.X)],
        Y = [.. rows.Select(row => row.Y)],
    };

    private static double Entropy(IEnumerable<int> codes)
    {
        int[] counts = [.. codes.GroupBy(code => code).Select(group => group.Count())];
        double all = counts.Sum();
        return -counts.Sum(count => count / all * Math.Log(count / all));
    }

    private static void ShouldBe(string advantage, params double[][] expected)
    {
        IReadOnlyList<double>[] found = Values(Estimate(Makers), advantage);
        found.Length.ShouldBe(expected.Length);
        foreach ((IReadOnlyList<double> values, double[] wanted) in found.Zip(expected))
        {
            Bits.Close(values, wanted, relative: 1e-14).ShouldBeTrue($"{advantage}: {string.Join(' ', values)}");
        }
    }

    private static IReadOnlyList<double>[] Values(RegisterExposuresResult result, string advantage) =>
        [.. result.Of(advantage).Select(indicator => indicator.Values)];

    private static RegisterExposuresResult Estimate(RegisterSample sample, RegisterExposureOptions? options = null) =>
        RegisterExposures.Estimate(sample, options, TestContext.Current.CancellationToken);
}
