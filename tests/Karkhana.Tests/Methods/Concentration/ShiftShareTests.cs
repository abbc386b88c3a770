using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class ShiftShareTests
{
    private static readonly Gen<(int Start, int End, int NationStart, int NationEnd)[]> Rows =
        Gen.Select(Gen.Int[1, 90], Gen.Int[0, 90], Gen.Int[1, 900], Gen.Int[0, 900]).Array[1, 12];

    [Fact]
    public void Two_industries_are_computed_by_hand()
    {
        // Nation 100 → 120: industry x 40 → 60, y 60 → 60. Region x 30 → 48, y 10 → 9.
        ShiftShareResult result = Estimate(Of([(30, 48, 40, 60), (10, 9, 60, 60)]));

        result.Growth.ShouldBe(17, tolerance: 1e-14);
        result.National.ShouldBe(8, tolerance: 1e-14);
        result.IndustryMix.ShouldBe(7, tolerance: 1e-14); // 30 · 1.5 + 10 − 48
        result.Regional.ShouldBe(2, tolerance: 1e-14); // 57 − 55
        result.NetShift.ShouldBe(9, tolerance: 1e-14);
        result.Allocation.ShouldBe(double.NaN);
    }

    [Fact]
    public void Esteban_takes_the_regional_part_at_the_mix_of_the_nation()
    {
        // h = 16 and 24; differences of growth 0.1 and −0.1: regional −0.8, allocation 1.4 + 1.4.
        ShiftShareResult result = Estimate(Of([(30, 48, 40, 60), (10, 9, 60, 60)]), ShiftShareMethod.Esteban);

        result.Regional.ShouldBe(-0.8, tolerance: 1e-14);
        result.Allocation.ShouldBe(2.8, tolerance: 1e-14);
    }

    [Fact]
    public void The_parts_add_up_to_growth_by_both_methods() => Rows.Sample(rows =>
    {
        ShiftShareResult dunn = Estimate(Of(rows));
        ShiftShareResult esteban = Estimate(Of(rows), ShiftShareMethod.Esteban);
        return Bits.Close(
            [dunn.National + dunn.IndustryMix + dunn.Regional, esteban.National + esteban.IndustryMix + esteban.Regional + esteban.Allocation,
             dunn.IndustryMix + dunn.Regional, esteban.Regional + esteban.Allocation],
            [dunn.Growth, dunn.Growth, dunn.NetShift, dunn.Regional], relative: 1e-10);
    });

    [Fact]
    public void Order_and_the_unit_of_the_nation_change_nothing_and_a_scale_of_the_region_scales_all() => Rows.Sample(rows =>
    {
        double[] numbers = Numbers(Estimate(Of(rows)));
        ShiftShareIndustries other = Of(rows) with
        {
            NationStart = [.. rows.Select(row => row.NationStart * 8.0)],
            NationEnd = [.. rows.Select(row => row.NationEnd * 8.0)],
        };
        ShiftShareIndustries doubled = Of([.. rows.Select(row => (row.Start * 2, row.End * 2, row.NationStart, row.NationEnd))]);
        return Bits.Close(numbers, Numbers(Estimate(Of([.. rows.Reverse()]))), relative: 1e-10)
            && Bits.Same(numbers, Numbers(Estimate(other)))
            && Bits.Same([.. numbers.Select(number => number * 2)], Numbers(Estimate(doubled)));
    });

    [Fact]
    public void A_region_that_is_the_nation_has_national_growth_only()
    {
        double[] parts = Numbers(Estimate(Of([(30, 48, 30, 48), (10, 9, 10, 9)])));

        Bits.Close(parts, [17, 17, 0, 0, 0], relative: 1e-13).ShouldBeTrue();
    }

    [Fact]
    public void An_industry_that_is_new_is_regional_by_Dunn_and_not_defined_by_Esteban()
    {
        ShiftShareIndustries industries = Of([(30, 30, 40, 40), (0, 5, 0, 10)]);

        Estimate(industries).Regional.ShouldBe(5, tolerance: 1e-14);
        ShiftShareResult esteban = Estimate(industries, ShiftShareMethod.Esteban);
        (esteban.Regional, esteban.Allocation).ShouldBe((double.NaN, double.NaN));
        esteban.Notes.Single().Code.ShouldBe("no-start");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        ShiftShareIndustries two = Of([(1, 1, 1, 1), (2, 2, 2, 2)]);
        Should.Throw<ArgumentException>(() => Estimate(two with { Codes = ["x", "x"] })).Message.ShouldContain("x came twice");
        Should.Throw<ArgumentException>(() => Estimate(two with { RegionStart = [-1, 1] }));
        Should.Throw<ArgumentException>(() => Estimate(two with { RegionEnd = [double.NaN, 1] }));
        Should.Throw<ArgumentException>(() => Estimate(two with { NationStart = [0, 1] })).Message.ShouldContain("industry i0 had 0 and 1");
        Should.Throw<ArgumentException>(() => Estimate(two with { NationEnd = [1] }));
        Should.Throw<ArgumentException>(() => Estimate(Of([])));
        Should.Throw<ArgumentException>(() => Estimate(Of([(0, 1, 0, 1)]))).Message.ShouldContain("more than zero");
    }

    private static double[] Numbers(ShiftShareResult result) =>
        [result.Growth, result.National, result.IndustryMix, result.Regional, result.NetShift];

    private static ShiftShareIndustries Of((int Start, int End, int NationStart, int NationEnd)[] rows) => new()
    {
        Codes = [.. rows.Select((_, i) => $"i{i}")],
        RegionStart = [.. rows.Select(row => (double)row.Start)],
        RegionEnd = [.. rows.Select(row => (double)row.End)],
        NationStart = [.. rows.Select(row => (double)row.NationStart)],
        NationEnd = [.. rows.Select(row => (double)row.NationEnd)],
    };

    private static ShiftShareResult Estimate(ShiftShareIndustries industries, ShiftShareMethod method = ShiftShareMethod.Dunn) =>
        ShiftShare.Estimate(
            industries, new ShiftShareOptions { Method = method }, cancellationToken: TestContext.Current.CancellationToken);
}
