using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class UnitEffectsTestTests
{
    [Fact]
    public void Three_units_are_tested_by_hand()
    {
        // Pooled: means 2 and 4.5, Sxx 10, Sxy 14; residuals by hand give both statistics.
        double[] y = [1, 3, 2, 10, 6, 5];
        double[] x = [1, 3, 0, 4, 2, 2];
        UnitEffectsTestResult test = Estimate(new PanelSample(
            new RegressionSample(Table.Of("sample", Column.Of("y", y), Column.Of("x", x))), Grouping.Of(["a", "a", "b", "b", "c", "c"]), [1, 2, 1, 2, 1, 2]));

        // x has mean 2: deviations -1, 1, -2, 2, 0, 0; Sxy = -1 + 3 - 4 + 20 = 18, slope 1.8; residuals:
        double[] e = [-3.5 + 1.8, -1.5 - 1.8, -2.5 + 3.6, 5.5 - 3.6, 1.5, 0.5];
        double pooled = e.Sum(value => value * value);
        // Within: the same deviations of x; y deviations ∓1, ∓4, ±0.5: slope (2 + 16)/10, residual squares 2 + 32 + 0.5 - 32.4.
        const double Within = 2.1;
        test.FStatistic.ShouldBe((pooled - Within) / 2 / (Within / 2), tolerance: 1e-11);
        (test.Above, test.Below).ShouldBe((2, 2));
        double together = Math.Pow(e[0] + e[1], 2) + Math.Pow(e[2] + e[3], 2) + Math.Pow(e[4] + e[5], 2);
        test.LagrangeMultiplier.ShouldBe(36 / (2.0 * (12 - 6)) * Math.Pow((together / pooled) - 1, 2), tolerance: 1e-11);
        // F with two and two degrees of freedom has the tail 1/(1 + F).
        test.FPValue.ShouldBe(1 / (1 + test.FStatistic), tolerance: 1e-12);
        test.LagrangeMultiplierPValue.ShouldBe(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Sqrt(test.LagrangeMultiplier)), tolerance: 1e-10);
    }

    [Fact]
    public void The_f_test_compares_regressions_with_and_without_dummies() => PanelSamples.All.Sample(sample =>
    {
        UnitEffectsTestResult test = Estimate(sample.ToPanel(), PanelSamples.Model);
        (double squares, double degrees) = Residual(sample, PanelSamples.Model);
        (double within, double left) = Residual(sample, PanelSamples.Dummies(periods: false));
        double wanted = (squares - within) / (degrees - left) / (within / left);
        return Math.Abs(test.FStatistic - wanted) <= 1e-6 * (1 + wanted) && test.Above == degrees - left && test.Below == left;
    });

    [Fact]
    public void Neither_scale_nor_order_matters() => PanelSamples.All.Sample(sample =>
    {
        PanelSamples other = sample.Reversed() with { Y = [.. sample.Y.Reverse().Select(value => 3 - (7 * value))] };
        UnitEffectsTestResult first = Estimate(sample.ToPanel(), PanelSamples.Model);
        UnitEffectsTestResult second = Estimate(other.ToPanel(), PanelSamples.Model);
        return Bits.Close([first.FStatistic, first.LagrangeMultiplier], [second.FStatistic, second.LagrangeMultiplier], relative: 1e-6);
    });

    [Fact]
    public void Units_of_one_row_each_cannot_be_tested() => Should.Throw<ArgumentException>(() => Estimate(new PanelSample(
        new RegressionSample(Table.Of("sample", Column.Of("y", [1, 2, 4.0]), Column.Of("x", [1, 3, 2.0]))), Grouping.Of([1, 2, 3]), [1, 1, 1])))
        .Message.ShouldContain("absorbed effects determine all");

    private static (double Squares, double Degrees) Residual(PanelSamples sample, ModelSpecification model)
    {
        OrdinaryLeastSquaresResult result = OrdinaryLeastSquares.Estimate(
            sample.ToSample(), new OrdinaryLeastSquaresOptions { Model = model }, cancellationToken: TestContext.Current.CancellationToken);
        double degrees = sample.Rows - result.Coefficients.Terms.Count;
        return (result.Fit.Sigma * result.Fit.Sigma * degrees, degrees);
    }

    private static UnitEffectsTestResult Estimate(PanelSample sample, ModelSpecification? model = null) => UnitEffectsTest.Estimate(
        sample,
        new UnitEffectsTestOptions { Model = model ?? new ModelSpecification { Outcome = "y", Terms = ["x"] } },
        cancellationToken: TestContext.Current.CancellationToken);
}
