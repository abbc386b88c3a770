using CsCheck;
using Karkhana.Core.Kernels;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class MomentsTests
{
    [Fact]
    public void Skewness_and_slope_of_small_columns()
    {
        // Mean 2, deviations −1, −1, 2: s² = 3, third moment (−1 − 1 + 8) / 3 = 2.
        Moments.Skewness([1, 1, 4]).ShouldBe(2 / Math.Pow(3, 1.5), 1e-15);
        // Deviations of x −1, 0, 1; of y −2, −1, 3: 5 / 2.
        Moments.Slope([1, 2, 3], [1, 2, 6]).ShouldBe(2.5, 1e-15);
    }

    [Fact]
    public void What_does_not_vary_has_neither()
    {
        Moments.Skewness([3, 3, 3]).ShouldBe(double.NaN);
        Moments.Skewness([3]).ShouldBe(double.NaN);
        Moments.Skewness([]).ShouldBe(double.NaN);
        Moments.Slope([3, 3], [1, 2]).ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => Moments.Slope([1, 2], [1]));
    }

    [Fact]
    public void Scale_and_place_change_the_slope_by_their_ratio_and_the_skewness_by_its_sign() =>
        Gen.Select(Gen.Double[-5, 5].Array[12], Gen.Double[-5, 5].Array[12], Gen.Double[0.1, 10], Gen.Double[-9, 9]).Sample((x, y, scale, shift) =>
        {
            double[] moved = [.. x.Select(value => shift - (scale * value))];
            return Math.Abs(Moments.Skewness(moved) + Moments.Skewness(x)) < 1e-8
                && Math.Abs((Moments.Slope(moved, y) * -scale) - Moments.Slope(x, y)) < 1e-8 * (1 + Math.Abs(Moments.Slope(x, y)));
        });
}
