using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class QuadraticSlopeTests
{
    [Fact]
    public void A_curve_by_hand()
    {
        // 2 x − x²: the slope 2 − 2x is 0 at 1, 2 at 0 and −2 at 2. With variances 0.04 and 0.01 and no covariance the delta method gives
        // (1/2)² 0.04 + (1/2 · 2)² 0.01 at g = (1/2, 1): 0.01 + 0.01, a standard error of √0.02.
        QuadraticSlope curve = new(2, -1, 0.04, 0, 0.01, double.PositiveInfinity);

        curve.Optimum.ShouldBe(1);
        curve.OptimumError.ShouldBe(Math.Sqrt(0.02), tolerance: 1e-12);
        (double low, double high, double p) = curve.SlopeTest(0, 2);
        (low, high).ShouldBe((2, -2));
        p.ShouldBe(3.8721e-6, tolerance: 1e-9); // z = 2 / √0.2 at the fall, 2 / √0.04 at the rise: the greater of both p-values
    }

    [Fact]
    public void A_bend_that_cannot_be_told_from_none_bounds_nothing_and_a_line_turns_nowhere()
    {
        new QuadraticSlope(2, -0.1, 0.04, 0, 0.01, 20).Fieller(0.95).IsBounded.ShouldBeFalse();
        new QuadraticSlope(2, 0, 0.04, 0, 0.01, 20).Optimum.ShouldBe(double.NaN);
    }

    [Fact]
    public void The_turning_point_scales_with_its_variable() => Gen.Select(Gen.Double[0.5, 3], Gen.Double[0.1, 10]).Sample((linear, unit) =>
    {
        QuadraticSlope one = new(linear, -1, 0.04, 0.001, 0.01, 30);
        QuadraticSlope other = new(linear / unit, -1 / (unit * unit), 0.04 / (unit * unit), 0.001 / (unit * unit * unit), 0.01 / Math.Pow(unit, 4), 30);
        (ConfidenceSet first, ConfidenceSet second) = (one.Fieller(0.95), other.Fieller(0.95));
        return Bits.Close([one.Optimum * unit, one.OptimumError * unit], [other.Optimum, other.OptimumError], relative: 1e-9)
            && Bits.Close([first.Low * unit, first.High * unit], [second.Low, second.High], relative: 1e-6)
            && first.Low < one.Optimum && one.Optimum < first.High;
    });
}
