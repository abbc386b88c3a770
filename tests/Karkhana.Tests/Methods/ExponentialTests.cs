using CsCheck;
using Karkhana.Methods;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods;

public sealed class ExponentialTests
{
    [Fact]
    public void Near_0_it_is_its_series_in_28_digits() => Gen.Double[-0.5, 0.5].Where(x => Math.Abs(x) > 1e-6).Sample(x =>
    {
        decimal term = 1;
        decimal sum = 0;
        for (int k = 1; k < 30; k++)
        {
            term *= (decimal)x / k;
            sum += term;
        }

        // The decimal of a double keeps 15 of its digits.
        return Math.Abs((Exponential.LessOne(x) / (double)sum) - 1) < 1e-14;
    });

    [Fact]
    public void Far_out_and_at_0_it_is_what_it_tends_to()
    {
        Exponential.LessOne(0).ShouldBe(0);
        Exponential.LessOne(1e-20).ShouldBe(1e-20);
        Exponential.LessOne(-800).ShouldBe(-1);
        Exponential.LessOne(800).ShouldBe(double.PositiveInfinity);
        Exponential.LessOne(1).ShouldBe(Math.E - 1, tolerance: 1e-15);
    }
}
