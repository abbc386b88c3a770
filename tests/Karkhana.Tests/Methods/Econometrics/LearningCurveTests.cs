using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class LearningCurveTests
{
    private static readonly Gen<CostHistory> All =
        from rows in Gen.Int[4, 20]
        from steps in Gen.Int[1, 50].Array[rows]
        from slope in Gen.Int[-80, -5]
        from noise in Gen.Int[-200, 200].Array[rows]
        select new CostHistory(
            [.. steps.Select((_, row) => (double)steps.Take(row + 1).Sum())],
            [.. steps.Select((_, row) => 100 * Math.Pow(steps.Take(row + 1).Sum(), slope / 100.0) * Math.Exp(noise[row] / 1000.0))]);

    [Theory]
    [InlineData(LearningCurveMethod.LogLinear)]
    [InlineData(LearningCurveMethod.Nonlinear)]
    public void Cost_that_halves_by_a_fifth_with_each_doubling_has_a_learning_rate_of_a_fifth(LearningCurveMethod method)
    {
        LearningCurveResult result = Estimate(new CostHistory([1, 2, 4, 8], [100, 80, 64, 51.2]), method);

        result.ProgressRatio.ShouldBe(0.8, tolerance: 1e-12);
        result.LearningRate.ShouldBe(0.2, tolerance: 1e-12);
        result.Coefficients.Estimates[0].ShouldBe(method == LearningCurveMethod.LogLinear ? Math.Log(100) : 100, tolerance: 1e-9);
        result.ResidualSumOfSquares.ShouldBe(0, tolerance: 1e-18);
    }

    [Fact]
    public void The_nonlinear_fit_is_at_rest_and_no_worse_than_the_line() => All.Sample(history =>
    {
        LearningCurveResult result = Estimate(history, LearningCurveMethod.Nonlinear);
        LearningCurveResult line = Estimate(history, LearningCurveMethod.LogLinear);
        (double a, double b) = (result.Coefficients.Estimates[0], result.Coefficients.Estimates[1]);
        double along = 0;
        double across = 0;
        double size = 0;
        for (int row = 0; row < history.Cost.Count; row++)
        {
            double power = Math.Pow(history.Cumulative[row], b);
            double residual = history.Cost[row] - (a * power);
            along += residual * power;
            across += residual * a * power * Math.Log(history.Cumulative[row]);
            size += history.Cost[row] * (1 + Math.Abs(Math.Log(history.Cumulative[row]))) * power * Math.Max(1, a);
        }

        double byLine = Squares(history, Math.Exp(line.Coefficients.Estimates[0]), line.Coefficients.Estimates[1]);
        return Math.Abs(along) <= 1e-8 * size && Math.Abs(across) <= 1e-8 * size
            && result.ResidualSumOfSquares <= byLine * (1 + 1e-9)
            && Math.Abs(result.ResidualSumOfSquares - Squares(history, a, b)) <= 1e-9 * (1 + byLine)
            && result.Notes.All(note => note.Code != "not-converged");
    });

    [Fact]
    public void Nonlinear_errors_are_those_of_the_jacobian_in_scale_and_slope() => All.Sample(history =>
    {
        LearningCurveResult result = Estimate(history, LearningCurveMethod.Nonlinear);
        (double a, double b) = (result.Coefficients.Estimates[0], result.Coefficients.Estimates[1]);
        double[] scale = [.. history.Cumulative.Select(q => Math.Pow(q, b))];
        double[] slope = [.. history.Cumulative.Select(q => a * Math.Pow(q, b) * Math.Log(q))];
        double aa = scale.Sum(value => value * value);
        double bb = slope.Sum(value => value * value);
        double ab = scale.Zip(slope, (left, right) => left * right).Sum();
        double variance = result.ResidualSumOfSquares / (history.Cost.Count - 2);
        double determinant = (aa * bb) - (ab * ab);
        return determinant < 1e-7 * aa * bb || Bits.Close(
            result.Coefficients.StandardErrors, [Math.Sqrt(variance * bb / determinant), Math.Sqrt(variance * aa / determinant)], relative: 1e-5);
    });

    [Theory]
    [InlineData(LearningCurveMethod.LogLinear)]
    [InlineData(LearningCurveMethod.Nonlinear)]
    public void Units_do_not_change_the_learning_rate_and_its_limits(LearningCurveMethod method) => All.Sample(history =>
    {
        LearningCurveResult plain = Estimate(history, method);
        LearningCurveResult scaled = Estimate(
            new CostHistory([.. history.Cumulative.Select(q => 12 * q)], [.. history.Cost.Select(cost => cost / 50)]), method);
        return Bits.Close(
                [plain.LearningRate, plain.LearningRateLow, plain.LearningRateHigh],
                [scaled.LearningRate, scaled.LearningRateLow, scaled.LearningRateHigh], relative: 1e-6)
            && plain.LearningRateLow <= plain.LearningRate && plain.LearningRate <= plain.LearningRateHigh;
    });

    [Fact]
    public void Rising_cost_is_said() => Estimate(new CostHistory([1, 2, 4, 8], [10, 11, 13, 14]), LearningCurveMethod.LogLinear)
        .Notes.ShouldHaveSingleItem().Code.ShouldBe("rising-cost");

    [Fact]
    public void Histories_without_a_curve_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new CostHistory([1, 2], [5, 4]))).Message.ShouldContain("there were 2");
        Should.Throw<ArgumentException>(() => Estimate(new CostHistory([1, 2, 0], [5, 4, 3]))).Message.ShouldContain("row 3 was 0");
        Should.Throw<ArgumentException>(() => Estimate(new CostHistory([1, 2, 3], [5, -4, 3]))).Message.ShouldContain("row 2 was -4");
        Should.Throw<ArgumentException>(() => Estimate(new CostHistory([2, 2, 2], [5, 4, 3]))).Message.ShouldContain("all were 2");
        Should.Throw<ArgumentException>(() => Estimate(new CostHistory([1, 2, 3], [5, 4])));
        Should.Throw<ArgumentException>(() => Estimate(new CostHistory([1, 2, double.NaN], [5, 4, 3])));
    }

    private static double Squares(CostHistory history, double a, double b) =>
        history.Cost.Zip(history.Cumulative, (cost, q) => Math.Pow(cost - (a * Math.Pow(q, b)), 2)).Sum();

    private static LearningCurveResult Estimate(CostHistory history, LearningCurveMethod method = LearningCurveMethod.LogLinear) =>
        LearningCurve.Estimate(
            history, new LearningCurveOptions { Method = method }, cancellationToken: TestContext.Current.CancellationToken);
}
