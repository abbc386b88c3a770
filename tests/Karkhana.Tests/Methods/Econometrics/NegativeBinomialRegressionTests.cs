using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class NegativeBinomialRegressionTests
{
    private static readonly ModelSpecification Line = new() { Outcome = "y", Terms = ["x"] };
    private static readonly double[] Counts = [0, 0, 1, 5, 0, 0, 9, 2, 0, 2, 14, 0, 1, 7, 0, 3];
    private static readonly double[] Steps = [1, 2, 1, 3, 1, 2, 4, 1, 2, 3, 3, 4, 1, 2, 2, 1];

    // A third of the counts is thirty greater: overdispersed whatever the rest is.
    private static readonly Gen<(double[] Y, double[] X)> Draws =
        from rows in Gen.Int[20, 40]
        from y in Gen.Int[0, 5].Array[rows]
        from x in Gen.Int[-20, 20].Array[rows]
        select (y.Select((value, row) => row % 3 == 0 ? value + 30.0 : value).ToArray(), x.Select((value, row) => (value / 10.0) + (row % 2)).ToArray());

    [Fact]
    public void Sixteen_counts_have_the_estimates_of_glm_nb()
    {
        // R 4.2.2, MASS 7.3-58.2: glm.nb(y ~ x, control = glm.control(epsilon = 1e-14, maxit = 200)).
        NegativeBinomialRegressionResult result = Estimate(Of(Counts, Steps), Line);

        Bits.Close(result.Coefficients.Estimates, [-0.569834864030, 0.659511187461], relative: 1e-7).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [0.861242947713, 0.353476913451], relative: 1e-7).ShouldBeTrue();
        result.Theta.ShouldBe(0.594792614769, tolerance: 1e-7);
        result.ThetaStandardError.ShouldBe(0.331376134294, tolerance: 1e-4); // glm.nb takes the information one step before its last
        result.Fit.LogLikelihood.ShouldBe(-31.8694950387, tolerance: 1e-9);
        result.OverdispersionStatistic.ShouldBe(2 * (45.4443851593 - 31.8694950387), tolerance: 1e-8);
        result.OverdispersionPValue.ShouldBeInRange(0, 1e-6);
        result.RateRatios[1].ShouldBe(Math.Exp(0.659511187461), tolerance: 1e-7);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_constant_alone_the_mean_is_that_of_the_counts_and_the_null_model_the_same()
    {
        NegativeBinomialRegressionResult result = Estimate(Of(Counts, Steps), Line with { Terms = [] });

        result.Coefficients.Estimates[0].ShouldBe(Math.Log(44 / 16.0), tolerance: 1e-9);
        result.Fit.LikelihoodRatio.ShouldBe(0);
        double mean = 44 / 16.0;
        result.Coefficients.StandardErrors[0].ShouldBe(Math.Sqrt((1 + (mean / result.Theta)) / (16 * mean)), tolerance: 1e-9);
    }

    [Fact]
    public void The_log_likelihood_is_that_of_the_distribution_and_nowhere_greater_nearby() => Draws.Sample((y, x) =>
    {
        NegativeBinomialRegressionResult result = Estimate(Of(y, x), Line);
        double At(double a, double b, double theta) => y.Select((count, row) =>
        {
            double mean = Math.Exp(a + (b * x[row]));
            return MathNet.Numerics.Distributions.NegativeBinomial.PMFLn(theta, theta / (theta + mean), (int)count);
        }).Sum();
        (double intercept, double slope) = (result.Coefficients.Estimates[0], result.Coefficients.Estimates[1]);
        double best = At(intercept, slope, result.Theta);
        double step = 1e-3 * result.Theta;
        double information = (2 * best) - At(intercept, slope, result.Theta + step) - At(intercept, slope, result.Theta - step);
        return Math.Abs(best - result.Fit.LogLikelihood) < 1e-8 * Math.Abs(best)
            && Bits.Close([result.ThetaStandardError], [step / Math.Sqrt(information)], relative: 1e-3)
            && new[] { -1e-3, 1e-3 }.All(move => At(intercept + move, slope, result.Theta) < best
                && At(intercept, slope + move, result.Theta) < best && At(intercept, slope, result.Theta * (1 + move)) < best);
    });

    [Fact]
    public void Units_change_the_estimates_only_as_they_should_and_weights_are_repeated_rows() => Gen.Select(Draws, Gen.Int[1, 3].Array[40]).Sample((draw, counts) =>
    {
        int[] repeated = [.. Enumerable.Range(0, draw.Y.Length).SelectMany(row => Enumerable.Repeat(row, counts[row]))];
        NegativeBinomialRegressionResult byRow = Estimate(
            Of([.. repeated.Select(row => draw.Y[row])], [.. repeated.Select(row => (draw.X[row] * 100) + 7)]), Line, LikelihoodCovariance.Sandwich);
        NegativeBinomialRegressionResult byWeight = Estimate(
            Of(draw.Y, draw.X) with { Weights = [.. draw.Y.Select((_, row) => (double)counts[row])] }, Line, LikelihoodCovariance.Sandwich);
        return Bits.Close([byWeight.Theta, byWeight.Coefficients.Estimates[1]], [byRow.Theta, 100 * byRow.Coefficients.Estimates[1]], relative: 1e-6)
            && Bits.Close([byWeight.Coefficients.StandardErrors[1]], [100 * byRow.Coefficients.StandardErrors[1]], relative: 1e-6)
            && Bits.Close([byWeight.Fit.LogLikelihood], [byRow.Fit.LogLikelihood], relative: 1e-9);
    });

    [Fact]
    public void Counts_that_vary_less_than_poisson_give_the_poisson_regression_and_say_so()
    {
        NegativeBinomialRegressionResult result = Estimate(Of([2, 3, 2, 3, 4, 5, 4, 5], [0, 0, 0, 0, 1, 1, 1, 1]), Line);

        result.Theta.ShouldBe(double.PositiveInfinity);
        result.ThetaStandardError.ShouldBe(double.NaN);
        Bits.Close(result.Coefficients.Estimates, [Math.Log(2.5), Math.Log(1.8)], relative: 1e-10).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [Math.Sqrt(0.1), Math.Sqrt(0.1 + (1 / 18.0))], relative: 1e-10).ShouldBeTrue();
        result.OverdispersionPValue.ShouldBe(1);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-overdispersion");
    }

    [Theory]
    [InlineData(0.3, 3.0, 0.7)]
    [InlineData(2.0, 100.0, 1.4)]
    [InlineData(40.0, 0.0, -2.0)]
    public void Derivatives_of_a_row_are_the_limits_of_differences(double theta, double count, double index)
    {
        NegativeBinomialRow row = new([count]);
        const double Step = 1e-5;
        double shape = Math.Log(theta);
        RowLikelihood at = row.At(0, index, shape);
        at.Slope.ShouldBe((row.At(0, index + Step, shape).Value - row.At(0, index - Step, shape).Value) / (2 * Step), tolerance: 1e-5);
        at.Curvature.ShouldBe(-(row.At(0, index + Step, shape).Slope - row.At(0, index - Step, shape).Slope) / (2 * Step), tolerance: 1e-5);
        at.ShapeSlope.ShouldBe((row.At(0, index, shape + Step).Value - row.At(0, index, shape - Step).Value) / (2 * Step), tolerance: 1e-5);
        at.ShapeCurvature.ShouldBe(-(row.At(0, index, shape + Step).ShapeSlope - row.At(0, index, shape - Step).ShapeSlope) / (2 * Step), tolerance: 1e-5);
        at.CrossCurvature.ShouldBe(-(row.At(0, index, shape + Step).Slope - row.At(0, index, shape - Step).Slope) / (2 * Step), tolerance: 1e-5);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Of([0, 1.5, 2], [1, 2, 4]), Line)).Message.ShouldContain("row 2 was 1.5");
        Should.Throw<ArgumentException>(() => Estimate(Of([0, -1, 2], [1, 2, 4]), Line)).Message.ShouldContain("row 2 was -1");
        Should.Throw<ArgumentException>(() => Estimate(Of([0, 0, 0], [1, 2, 4]), Line)).Message.ShouldContain("all were 0");
    }

    private static RegressionSample Of(double[] y, double[] x) => new(Table.Of("sample", Column.Of("y", y), Column.Of("x", x)));

    private static NegativeBinomialRegressionResult Estimate(
        RegressionSample sample, ModelSpecification model, LikelihoodCovariance covariance = LikelihoodCovariance.Information) =>
        NegativeBinomialRegression.Estimate(
            sample, new() { Model = model, Covariance = covariance }, cancellationToken: TestContext.Current.CancellationToken);
}
