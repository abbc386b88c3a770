using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class LatentRegressionTests
{
    private const int Rows = 400;
    private static readonly ModelSpecification Model = new() { Outcome = "score", Terms = ["x"] };

    [Fact]
    public void Without_error_the_score_is_drawn_as_it_is()
    {
        RegressionSample sample = Planted(0);

        double[] drawn = LatentRegression.Estimate(sample, Model, [.. Enumerable.Repeat(0.0, Rows)], Stream(0));

        for (int row = 0; row < Rows; row++)
        {
            drawn[row].ShouldBe(sample.Data.Numbers("score")[row], tolerance: 1e-12);
        }
    }

    [Fact]
    public void Draws_keep_the_slope_and_by_Rubin_the_standard_error_of_the_observed_regression()
    {
        RegressionSample sample = Planted(0.6);
        OrdinaryLeastSquaresOptions options = new() { Model = Model };
        CoefficientTable observed = OrdinaryLeastSquares.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken).Coefficients;
        double[] errors = [.. Enumerable.Repeat(0.36, Rows)];

        CoefficientTable pooled = RubinRules.Estimate([.. Enumerable.Range(0, 400).Select(draw => OrdinaryLeastSquares.Estimate(
            new RegressionSample(Table.Of(
                "drawn",
                Column.Of("score", LatentRegression.Estimate(sample, Model, errors, Stream(draw))),
                Column.Of("x", sample.Data.Numbers("x")))),
            options,
            cancellationToken: TestContext.Current.CancellationToken).Coefficients)]);

        pooled.Estimates[1].ShouldBe(observed.Estimates[1], tolerance: 0.01);
        pooled.StandardErrors[1].ShouldBe(observed.StandardErrors[1], tolerance: 0.1 * observed.StandardErrors[1]);
    }

    [Fact]
    public void True_scores_vary_less_than_observed_ones_by_the_error()
    {
        RegressionSample sample = Planted(0.6);

        double[] drawn = LatentRegression.Estimate(sample, Model, [.. Enumerable.Repeat(0.36, Rows)], Stream(3));

        Variance(drawn).ShouldBe(Variance([.. sample.Data.Numbers("score")]) - 0.36, tolerance: 0.12);
    }

    [Fact]
    public void Rows_that_are_not_complete_have_no_draw()
    {
        Table data = Table.Of(
            "sample", Column.Of("score", [1, 2, double.NaN, 4, 5.5]), Column.Of("x", [1, 2, 3, double.NaN, 5.0]));

        double[] drawn = LatentRegression.Estimate(new RegressionSample(data), Model, [0.1, 0.1, 0.1, 0.1, 0.1], Stream(0));

        drawn.Select(double.IsNaN).ShouldBe([false, false, true, true, false]);
    }

    [Fact]
    public void Negative_variances_and_lists_of_another_length_are_refused()
    {
        RegressionSample sample = Planted(0.1);

        Should.Throw<ArgumentException>(() => LatentRegression.Estimate(sample, Model, [0.1], Stream(0)));
        Should.Throw<ArgumentException>(() => LatentRegression.Estimate(sample, Model, [.. Enumerable.Repeat(-1.0, Rows)], Stream(0)));
    }

    private static RandomStream Stream(int draw) => new(5, RandomPurpose.Example, draw, 1);

    private static RegressionSample Planted(double error)
    {
        RandomStream stream = new(5, RandomPurpose.Example, 0, 0);
        double[] x = [.. Enumerable.Range(0, Rows).Select(_ => stream.NextGaussian())];
        double[] score = [.. x.Select(value => (0.5 * value) + stream.NextGaussian() + (error * stream.NextGaussian()))];
        return new RegressionSample(Table.Of("sample", Column.Of("score", score), Column.Of("x", x)));
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
