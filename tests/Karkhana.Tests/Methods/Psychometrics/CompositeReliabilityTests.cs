using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class CompositeReliabilityTests
{
    private static readonly Gen<(double Loading, double Residual)[]> Items = Gen.Select(Gen.Double[0.1, 2], Gen.Double[0.1, 2]).Array[1, 8];

    [Fact]
    public void Four_loadings_have_the_omega_of_the_framework()
    {
        CompositeReliabilityResult result = Estimate([0.8, 0.7, 0.6, 0.5]);

        result.Omega.ShouldBe(0.74944568, tolerance: 5e-9); // 2.6²/(2.6² + 2.26)
        result.AverageVarianceExtracted.ShouldBe(0.435, tolerance: 1e-12);
        result.CompositeReliability.ShouldBe(result.Omega, tolerance: 1e-12);
    }

    [Fact]
    public void Given_residual_variances_are_worked_out_by_hand()
    {
        // (3 + 1)²/((3 + 1)² + 1 + 3) = 0.8; standardised loadings √0.9 and √0.25.
        CompositeReliabilityResult result = Estimate([3, 1], [1, 3]);

        result.Omega.ShouldBe(0.8, tolerance: 1e-15);
        result.AverageVarianceExtracted.ShouldBe((0.9 + 0.25) / 2, tolerance: 1e-15);
        double common = Math.Pow(Math.Sqrt(0.9) + 0.5, 2);
        result.CompositeReliability.ShouldBe(common / (common + 0.1 + 0.75), tolerance: 1e-15);
    }

    [Fact]
    public void Order_and_unit_do_not_matter_and_a_better_item_helps() => Items.Sample(items =>
    {
        double[] Of((double Loading, double Residual)[] given, double unit)
        {
            CompositeReliabilityResult result = Estimate(
                [.. given.Select(item => unit * item.Loading)], [.. given.Select(item => unit * unit * item.Residual)]);
            return [result.Omega, result.AverageVarianceExtracted, result.CompositeReliability];
        }

        double[] result = Of(items, 1);
        return Bits.Close(result, Of([.. items.Reverse()], 3), relative: 1e-12)
            && result.All(value => value is > 0 and < 1)
            && Of([.. items, (5, 0.01)], 1)[0] > result[0];
    });

    [Fact]
    public void Loadings_that_cancel_leave_no_reliability()
    {
        Estimate([0.5, -0.5]).Omega.ShouldBe(0);
        Estimate([1, 1]).Omega.ShouldBe(1);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([])).Message.ShouldContain("empty");
        Should.Throw<ArgumentException>(() => Estimate([0.5, 1.2])).Message.ShouldContain("1.2");
        Should.Throw<ArgumentException>(() => Estimate([0.5, double.NaN])).Message.ShouldContain("finite");
        Should.Throw<ArgumentException>(() => Estimate([0.5], [-0.1])).Message.ShouldContain("-0.1");
        Should.Throw<ArgumentException>(() => Estimate([0.5], [double.NaN]));
        Should.Throw<ArgumentException>(() => Estimate([0.5], [1, 1]));
        Should.Throw<ArgumentException>(() => Estimate([0.5, 0], [1, 0])).Message.ShouldContain("i2");
        Should.Throw<ArgumentException>(() => CompositeReliability.Estimate(
            new FactorLoadings(["a"], [0.5, 0.5]), cancellationToken: TestContext.Current.CancellationToken));
    }

    private static CompositeReliabilityResult Estimate(double[] loadings, double[]? residuals = null) => CompositeReliability.Estimate(
        new FactorLoadings([.. loadings.Select((_, item) => $"i{item + 1}")], loadings, residuals),
        cancellationToken: TestContext.Current.CancellationToken);
}
