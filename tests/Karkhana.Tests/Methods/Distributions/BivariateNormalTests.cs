using CsCheck;
using Karkhana.Methods;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Distributions;

public sealed class BivariateNormalTests
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly Gen<double> Correlation = Gen.OneOf(
        Gen.Double[-0.99, 0.99],
        Gen.Double[0.9, 0.95].Select(rho => -rho),
        Gen.Double[2, 12].Select(digits => 1 - Math.Pow(10, -digits)),
        Gen.Double[2, 12].Select(digits => Math.Pow(10, -digits) - 1));

    private static readonly Gen<double> Limit = Gen.OneOf(Gen.Double[-4, 4], Gen.Double[-9, 9], Gen.Const(0.0));

    [Theory]
    [InlineData(0.5)]
    [InlineData(-0.3)]
    [InlineData(0.9249999)]
    [InlineData(0.925)]
    [InlineData(-0.99)]
    [InlineData(0.999999999)]
    [InlineData(1)]
    [InlineData(-1)]
    public void Half_planes_through_the_centre_meet_in_a_quarter_and_the_angle(double correlation) =>
        BivariateNormal.Cumulative(0, 0, correlation).ShouldBe(0.25 + (Math.Asin(correlation) / (2 * Math.PI)), tolerance: 1e-15);

    // 40 digits of mpmath 1.3.0, integrating over the first variable.
    [Theory]
    [InlineData(-Infinity, 1, -Infinity, 0.5, 0.5, 0.63028392755257283108)]
    [InlineData(-Infinity, -1, -Infinity, 2, -0.8, 0.13779566999920151132)]
    [InlineData(-Infinity, 0.3, -Infinity, -0.2, 0.95, 0.41765061915902731449)]
    [InlineData(-Infinity, 0.3, -Infinity, -0.2, 0.999, 0.42074029056089697696)]
    [InlineData(-Infinity, 1, -Infinity, -1, -0.99, 0.013651719083462692529)]
    [InlineData(-1, 0.5, 0, 2, 0.97, 0.19218562174715233884)]
    [InlineData(1, 2, 1, 2, 0.9999, 0.13423534456673270927)]
    public void Probabilities_are_those_of_forty_digits(double lowX, double highX, double lowY, double highY, double correlation, double expected) =>
        BivariateNormal.Rectangle(lowX, highX, lowY, highY, correlation).ShouldBe(expected, tolerance: 2e-15);

    [Theory]
    [InlineData(-Infinity, -1, 1, Infinity, 0.95, 2.4491951384921166589e-12, 1e-9)]
    [InlineData(-Infinity, -2, -Infinity, -2, -0.93, 7.8813633571853697739e-29, 1e-7)]
    [InlineData(-Infinity, -6, -Infinity, -5, 0.3, 4.7631224786701287396e-13, 1e-13)]
    [InlineData(0.5, 0.6, -0.5, -0.4, 0.98, 4.7288580661233479404e-8, 1e-9)]
    public void Small_probabilities_keep_their_digits(
        double lowX, double highX, double lowY, double highY, double correlation, double expected, double relative) =>
        (BivariateNormal.Rectangle(lowX, highX, lowY, highY, correlation) / expected).ShouldBe(1, tolerance: relative);

    [Fact]
    public void Rectangles_have_the_probability_of_the_plain_integral() => Gen.Select(Limit, Limit, Limit, Limit, Correlation).Sample((a, b, c, d, rho) =>
    {
        (double lowX, double highX, double lowY, double highY) = (Math.Min(a, b), Math.Max(a, b), Math.Min(c, d), Math.Max(c, d));
        return Near(
                BivariateNormal.Rectangle(lowX, highX, lowY, highY, rho), RectangleTwin.Of(lowX, highX, lowY, highY, rho), 1e-13)
            && Near(
                BivariateNormal.Rectangle(lowX, Infinity, -Infinity, highY, rho), RectangleTwin.Of(lowX, Infinity, -Infinity, highY, rho), 1e-13);
    });

    [Fact]
    public void Quadrants_add_up_and_mirror() => Gen.Select(Limit, Limit, Correlation).Sample((x, y, rho) =>
    {
        double lower = BivariateNormal.Cumulative(x, y, rho);
        return Near(lower, BivariateNormal.Cumulative(y, x, rho), 1e-15)
            && Near(lower, BivariateNormal.Rectangle(-x, Infinity, -y, Infinity, rho), 1e-15)
            && Near(lower + BivariateNormal.Cumulative(x, -y, -rho), Normal.CDF(0, 1, x), 1e-14)
            && Near(BivariateNormal.Cumulative(x, Infinity, rho), Normal.CDF(0, 1, x), 1e-15);
    });

    [Fact]
    public void The_limits_are_independence_and_equality() => Gen.Select(Limit, Limit).Sample((x, y) =>
        Near(BivariateNormal.Cumulative(x, y, 0), Normal.CDF(0, 1, x) * Normal.CDF(0, 1, y), 1e-15)
        && Near(BivariateNormal.Cumulative(x, y, 1), Math.Min(Normal.CDF(0, 1, x), Normal.CDF(0, 1, y)), 1e-15)
        && Near(BivariateNormal.Cumulative(x, y, -1), Math.Max(0, Normal.CDF(0, 1, x) - Normal.CDF(0, 1, -y)), 1e-15));

    [Fact]
    public void The_density_is_the_change_of_the_probability_with_the_correlation() => Gen.Select(
        Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[-0.99, 0.99]).Sample((x, y, rho) =>
    {
        const double step = 1e-6;
        double change = (BivariateNormal.Cumulative(x, y, rho + step) - BivariateNormal.Cumulative(x, y, rho - step)) / (2 * step);
        double density = BivariateNormal.Density(x, y, rho);
        return Math.Abs(change - density) <= 1e-6 * Math.Max(1, density) / (1 - Math.Abs(rho));
    });

    [Fact]
    public void Wrong_limits_are_refused()
    {
        Should.Throw<ArgumentException>(() => BivariateNormal.Cumulative(0, 0, 1.1)).Message.ShouldContain("[-1, 1]");
        Should.Throw<ArgumentException>(() => BivariateNormal.Cumulative(double.NaN, 0, 0.5));
        Should.Throw<ArgumentException>(() => BivariateNormal.Cumulative(0, 0, double.NaN));
        Should.Throw<ArgumentException>(() => BivariateNormal.Rectangle(1, 0, 0, 1, 0.5)).Message.ShouldContain("at least 1; it was 0");
        Should.Throw<ArgumentException>(() => BivariateNormal.Rectangle(0, 1, 1, 0, 0.5));
        Should.Throw<ArgumentException>(() => BivariateNormal.Density(0, 0, 1)).Message.ShouldContain("strictly");
    }

    private static bool Near(double actual, double expected, double tolerance) => Math.Abs(actual - expected) <= tolerance;
}
