using CsCheck;
using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Randomness;

public sealed class PoissonQuantileTests
{
    [Theory]
    [InlineData(0, 0.999, 0)]
    [InlineData(1, 0.36, 0)] // e^-1 = 0.3679
    [InlineData(1, 0.37, 1)]
    [InlineData(1, 0.73, 1)]
    [InlineData(1, 0.74, 2)] // 0.7358 is the probability of at most one
    [InlineData(3, 0.6472, 3)] // 0.64723: of at most three
    [InlineData(3, 0.6473, 4)]
    public void The_count_is_the_quantile(double mean, double uniform, int expected) =>
        PoissonQuantile.Of(mean, uniform, 31).ShouldBe(expected);

    [Theory]
    [InlineData(700)]
    [InlineData(745)]
    [InlineData(1e300)]
    [InlineData(double.PositiveInfinity)]
    public void A_mean_far_beyond_the_greatest_count_gives_it(double mean) => PoissonQuantile.Of(mean, 0.5, 31).ShouldBe(31);

    [Fact]
    public void It_never_falls_with_mean_or_probability() =>
        Gen.Select(Gen.Double[0, 900], Gen.Double[0, 100], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((mean, more, one, other) =>
            PoissonQuantile.Of(mean, one, 40) <= PoissonQuantile.Of(mean + more, one, 40)
            && PoissonQuantile.Of(mean, Math.Min(one, other), 40) <= PoissonQuantile.Of(mean, Math.Max(one, other), 40));

    [Fact]
    public void Bad_numbers_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonQuantile.Of(double.NaN, 0.5, 3)).Message.ShouldContain("mean");
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonQuantile.Of(1, 1.5, 3)).Message.ShouldContain("uniform");
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonQuantile.Of(1, 0.5, 501)).Message.ShouldContain("most must lie in [0, 500]");
    }
}
