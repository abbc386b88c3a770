using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class BetaConvergenceTests
{
    private static readonly Gen<(double Start, double End)[]> Rows =
        Gen.Select(Gen.Double[1, 50], Gen.Double[1, 50]).Array[4, 20];

    [Fact]
    public void Gaps_that_halve_in_ten_years_have_a_half_life_of_ten()
    {
        // ln end = ln 2 + ½ ln start exactly: slope −½ over the period.
        RegionalGrowth regions = new([1, 4, 16, 64], [2, 4, 8, 16]);

        BetaConvergenceResult total = Estimate(regions, 10, GrowthForm.TotalLogGrowth);
        BetaConvergenceResult annual = Estimate(regions, 10);

        Bits.Close(total.Coefficients.Estimates, [Math.Log(2), -0.5], relative: 1e-13).ShouldBeTrue();
        Bits.Close(annual.Coefficients.Estimates, [Math.Log(2) / 10, -0.05], relative: 1e-13).ShouldBeTrue();
        total.HalfLife.ShouldBe(10, tolerance: 1e-11);
        annual.HalfLife.ShouldBe(10, tolerance: 1e-11);
        total.Speed.ShouldBe(Math.Log(2) / 10, tolerance: 1e-13);
        total.RSquared.ShouldBe(1, tolerance: 1e-13);
        total.Coefficients.Terms.ShouldBe(["intercept", "log_start"]);
        total.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Standard_errors_are_those_of_a_line_through_three_points()
    {
        // ln start 0, 1, 2 and growth 2, 0, 1: slope −½, intercept 3/2, residuals ½, −1, ½: s² = 1.5, Sxx = 2.
        BetaConvergenceResult result = Estimate(
            new([1, Math.E, Math.Exp(2)], [Math.Exp(2), Math.E, Math.Exp(3)]), 1, GrowthForm.TotalLogGrowth);

        Bits.Close(result.Coefficients.Estimates, [1.5, -0.5], relative: 1e-13).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [Math.Sqrt(1.5 * 5 / 6), Math.Sqrt(0.75)], relative: 1e-13).ShouldBeTrue();
        result.RSquared.ShouldBe(0.25, tolerance: 1e-13);
    }

    [Fact]
    public void Both_forms_give_the_same_speed_and_tests_and_annual_coefficients_are_the_total_ones_over_the_years() => Rows.Sample(rows =>
    {
        BetaConvergenceResult total = Estimate(Of(rows), 7, GrowthForm.TotalLogGrowth);
        BetaConvergenceResult annual = Estimate(Of(rows), 7);
        return Bits.Close(
            [.. total.Coefficients.Estimates.Select(value => value / 7), .. total.Coefficients.PValues, total.Speed],
            [.. annual.Coefficients.Estimates, .. annual.Coefficients.PValues, annual.Speed], relative: 1e-9);
    });

    [Fact]
    public void Order_and_unit_change_no_slope() => Rows.Sample(rows =>
    {
        double[] numbers = Numbers(Estimate(Of(rows), 7));
        return Bits.Close(numbers, Numbers(Estimate(Of([.. rows.Reverse()]), 7)), relative: 1e-9)
            && Bits.Close(numbers, Numbers(Estimate(Of([.. rows.Select(row => (row.Start * 100, row.End * 100))]), 7)), relative: 1e-9);
    });

    [Fact]
    public void Divergence_overshooting_and_equal_starts_are_noted()
    {
        BetaConvergenceResult apart = Estimate(new([1, 2, 4], [1, 4, 17]), 5);
        BetaConvergenceResult over = Estimate(new([1, 2, 4], [4, 2, 1.1]), 5);
        BetaConvergenceResult same = Estimate(new([2, 2, 2], [1, 2, 3]), 5);

        apart.Speed.ShouldBeLessThan(0);
        apart.HalfLife.ShouldBe(Math.Log(2) / apart.Speed, tolerance: 1e-13);
        apart.Notes.Single().Code.ShouldBe("divergence");
        (over.Speed, over.HalfLife).ShouldBe((double.NaN, double.NaN));
        over.Notes.Single().Code.ShouldBe("overshooting");
        same.Coefficients.Terms.ShouldBe(["intercept", "log_start"]);
        new[] { same.Coefficients.Estimates[1], same.Coefficients.PValues[1], same.Speed, same.Coefficients.ConfidenceLow[1] }
            .ShouldAllBe(value => double.IsNaN(value));
        same.Notes.Single().Code.ShouldBe("same-start");
        same.ToTable().RowCount.ShouldBe(2);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new([1, 2], [1, 2]), 5)).Message.ShouldContain("more complete rows than terms");
        Should.Throw<ArgumentException>(() => Estimate(new([], []), 5));
        Should.Throw<ArgumentException>(() => Estimate(new([1, 0, 3], [1, 2, 3]), 5)).Message.ShouldContain("value 2 was 0");
        Should.Throw<ArgumentException>(() => Estimate(new([1, 2, 3], [1, -2, 3]), 5));
        Should.Throw<ArgumentException>(() => Estimate(new([1, 2, 3], [1, double.NaN, 3]), 5));
        Should.Throw<ArgumentException>(() => Estimate(new([1, 2, 3], [1, 2]), 5));
        Should.Throw<ArgumentException>(() => Estimate(new([1, 2, 4], [1, 2, 3]), 0));
        Should.Throw<ArgumentException>(() => new BetaConvergenceOptions { Years = 1, Level = 1 });
    }

    private static double[] Numbers(BetaConvergenceResult result) =>
        [result.Coefficients.Estimates[1], result.Coefficients.StandardErrors[1], result.RSquared, result.Speed];

    private static RegionalGrowth Of((double Start, double End)[] rows) =>
        new([.. rows.Select(row => row.Start)], [.. rows.Select(row => row.End)]);

    private static BetaConvergenceResult Estimate(
        RegionalGrowth regions, double years, GrowthForm dependent = GrowthForm.AnnualLogGrowth) =>
        BetaConvergence.Estimate(
            regions, new BetaConvergenceOptions { Years = years, Dependent = dependent },
            cancellationToken: TestContext.Current.CancellationToken);
}
