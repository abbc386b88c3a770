using CsCheck;
using Karkhana.Agglomeration;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class DiseconomyCurveTests
{
    private static readonly double[] Density = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    private static readonly double[] Outcome = [1.2, 2.5, 4.1, 5.2, 5.6, 6.3, 6.0, 5.8, 4.6, 3.9, 2.0];

    [Fact]
    public void A_known_quadratic_is_recovered()
    {
        // Noise of a period of four, so that residuals are there and the optimum stays 5.
        double[] noise = [0.01, -0.01, -0.01, 0.01];
        DiseconomyCurveResult result = DiseconomyCurve.Estimate(
            [.. Enumerable.Range(0, 41).Select(i => i / 4.0)],
            [.. Enumerable.Range(0, 41).Select(i => 1 + (2 * i / 4.0) - (0.2 * i / 4.0 * i / 4.0) + noise[i % 4])]);

        result.Verdict.ShouldBe(DiseconomyVerdict.InvertedU);
        result.Optimum.ShouldBe(5, tolerance: 0.005);
        result.Regression.Coefficients.Estimates[2].ShouldBe(-0.2, tolerance: 0.001);
        result.Notes.ShouldBeEmpty();
        (result.Fieller.Low < 5 && 5 < result.Fieller.High).ShouldBeTrue();
    }

    // Numbers of an independent computation in exact rationals, t quantile 2.306004135.
    [Theory]
    [InlineData(CovarianceEstimator.Classical, 0.05620925684716693, 5.190559459374225, 5.450918294338595, 6.823037355599677e-09)]
    [InlineData(CovarianceEstimator.Hc3, 0.08937448088458007, 5.108575345834679, 5.525577386158013, 2.31333462202781e-07)]
    public void Optimum_intervals_and_test_are_those_computed_elsewhere(
        CovarianceEstimator covariance, double error, double low, double high, double p)
    {
        DiseconomyCurveResult result = DiseconomyCurve.Estimate(Density, Outcome, new DiseconomyCurveOptions { Covariance = covariance });

        result.Optimum.ShouldBe(5.318111753371856, tolerance: 1e-10);
        result.StandardError.ShouldBe(error, tolerance: 1e-10);
        result.Fieller.Low.ShouldBe(low, tolerance: 1e-9);
        result.Fieller.High.ShouldBe(high, tolerance: 1e-9);
        result.Delta.Low.ShouldBe(5.318111753371856 - (2.306004135204166 * error), tolerance: 1e-9);
        result.PValue.ShouldBe(p, tolerance: p * 1e-6);
        result.SlopeAtLeast.ShouldBe(1.9301398601398567, tolerance: 1e-10);
        result.SlopeAtGreatest.ShouldBe(-1.699230769230775, tolerance: 1e-10);
    }

    [Fact]
    public void A_curve_that_bends_up_tells_nothing()
    {
        DiseconomyCurveResult result = DiseconomyCurve.Estimate(Density, [.. Outcome.Select(value => -value)]);

        result.Verdict.ShouldBe(DiseconomyVerdict.CannotTell);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("square-not-negative");
        result.PValue.ShouldBe(double.NaN);
        Table table = result.ToTable();
        table.Texts("verdict").ShouldBe(["cannot_tell"]);
        table.Numbers("estimate").ShouldBe([double.NaN]);
    }

    [Fact]
    public void An_optimum_beyond_the_data_tells_nothing()
    {
        DiseconomyCurveResult result = DiseconomyCurve.Estimate(Density[..5], Outcome[..5]);

        result.Optimum.ShouldBeGreaterThan(4);
        result.Regression.Coefficients.Estimates[2].ShouldBeLessThan(0);
        (result.Verdict, result.Notes.ShouldHaveSingleItem().Code).ShouldBe((DiseconomyVerdict.CannotTell, "optimum-outside-data"));
    }

    [Fact]
    public void A_bend_that_noise_could_make_tells_nothing()
    {
        DiseconomyCurveResult result = DiseconomyCurve.Estimate([0, 1, 2, 3, 4, 5, 6], [1, 5, 2, 6, 1, 5, 0.5]);

        result.Regression.Coefficients.Estimates[2].ShouldBeLessThan(0);
        (result.Verdict, result.Notes.ShouldHaveSingleItem().Code).ShouldBe((DiseconomyVerdict.CannotTell, "not-significant"));
        result.PValue.ShouldBeGreaterThan(0.05);
        result.Fieller.ShouldBe(new ConfidenceSet(double.NegativeInfinity, double.PositiveInfinity, false));
    }

    [Fact]
    public void The_unit_of_density_moves_the_optimum_and_nothing_else() => Gen.Double[0.01, 1000].Sample(unit =>
    {
        DiseconomyCurveResult plain = DiseconomyCurve.Estimate(Density, Outcome);
        DiseconomyCurveResult scaled = DiseconomyCurve.Estimate([.. Density.Select(value => value * unit)], Outcome);
        return Bits.Close(
            [scaled.Optimum / unit, scaled.StandardError / unit, scaled.Fieller.Low / unit, scaled.Fieller.High / unit, scaled.PValue],
            [plain.Optimum, plain.StandardError, plain.Fieller.Low, plain.Fieller.High, plain.PValue],
            relative: 1e-8);
    });

    [Fact]
    public void Rows_with_a_missing_value_are_left_out()
    {
        DiseconomyCurveResult result = DiseconomyCurve.Estimate([.. Density, double.NaN, 1e9], [.. Outcome, 3, double.NaN]);

        result.Optimum.ShouldBe(5.318111753371856, tolerance: 1e-10);
        result.GreatestDensity.ShouldBe(10);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => DiseconomyCurve.Estimate([0, 1], [0]));
        Should.Throw<ArgumentException>(() => DiseconomyCurve.Estimate([0, 1, 2, 3], [0, 1, 2, 3]));
        Should.Throw<ArgumentException>(() => DiseconomyCurve.Estimate([0, 1, 0, 1, 0, 1], [0, 1, 2, 3, 4, 5]));
        Should.Throw<ArgumentException>(() => DiseconomyCurve.Estimate([0, 1, 2, 3, 4, double.PositiveInfinity], [0, 1, 2, 3, 4, 5]));
        Should.Throw<ArgumentOutOfRangeException>(() => new DiseconomyCurveOptions { Alpha = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new DiseconomyCurveOptions { Level = 1 });
    }
}
