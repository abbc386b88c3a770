using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class QuantileRegressionTests
{
    private static readonly Gen<(Samples Sample, double Quantile)> All =
        from sample in Samples.All
        from quantile in Gen.Int[1, 19]
        select (sample, quantile / 20.0);

    [Fact]
    public void Without_terms_the_estimate_is_the_quantile_of_the_outcome()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [7.0, 1, 3, 9, 4])));
        ModelSpecification constant = ModelSpecification.Parse("y ~ 1");

        Estimate(sample, constant, 0.5).Coefficients.Estimates[0].ShouldBe(4);
        Estimate(sample, constant, 0.5).Objective.ShouldBe((3 + 3 + 1 + 5 + 0) / 2.0);
        Estimate(sample, constant, 0.3).Coefficients.Estimates[0].ShouldBe(3);
        Estimate(sample, constant, 0.9).Coefficients.Estimates[0].ShouldBe(9);
    }

    [Fact]
    public void The_median_line_of_five_points_leaves_the_outlier_alone()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, 3, 5, 7, 50]), Column.Of("x", [0.0, 1, 2, 3, 4])));
        QuantileRegressionResult result = Estimate(sample, ModelSpecification.Parse("y ~ x"), 0.5);

        Bits.Close(result.Coefficients.Estimates, [1, 2], relative: 1e-12).ShouldBeTrue();
        result.Objective.ShouldBe(41.0 / 2, tolerance: 1e-12);
    }

    [Fact]
    public void No_fit_through_three_rows_has_a_lower_objective() => All.Sample(drawn =>
    {
        QuantileRegressionResult result = Estimate(drawn.Sample.ToSample(), Samples.Model, drawn.Quantile);
        double least = double.PositiveInfinity;
        Matrix<double> x = drawn.Sample.Design();
        for (int i = 0; i < drawn.Sample.Rows; i++)
        {
            for (int j = i + 1; j < drawn.Sample.Rows; j++)
            {
                for (int k = j + 1; k < drawn.Sample.Rows; k++)
                {
                    least = Math.Min(least, Objective(drawn.Sample, x, [i, j, k], drawn.Quantile));
                }
            }
        }

        return Math.Abs(result.Objective - least) <= 1e-7 * (1 + least)
            && Math.Abs(Objective(drawn.Sample, [.. result.Coefficients.Estimates], drawn.Quantile) - result.Objective) <= 1e-9 * (1 + least);
    });

    [Fact]
    public void As_many_rows_lie_below_as_the_quantile_says() => All.Sample(drawn =>
    {
        QuantileRegressionResult result = Estimate(drawn.Sample.ToSample(), Samples.Model, drawn.Quantile);
        int below = result.Residuals.Count(residual => residual < -1e-9);
        int above = result.Residuals.Count(residual => residual > 1e-9);
        double expected = drawn.Quantile * drawn.Sample.Rows;
        return below <= expected + 1e-9 && above <= drawn.Sample.Rows - expected + 1e-9 && drawn.Sample.Rows - below - above >= 3;
    });

    [Fact]
    public void Units_turn_the_estimates_and_a_sign_turns_the_quantile() => All.Sample(drawn =>
    {
        double plain = Estimate(drawn.Sample.ToSample(), Samples.Model, drawn.Quantile).Objective;
        Samples scaled = drawn.Sample with { Y = [.. drawn.Sample.Y.Select((y, row) => (3 * y) + drawn.Sample.X[row] - 2)] };
        Samples turned = drawn.Sample with { Y = [.. drawn.Sample.Y.Select(y => -y)] };
        return Bits.Close(
            [Estimate(scaled.ToSample(), Samples.Model, drawn.Quantile).Objective, Estimate(turned.ToSample(), Samples.Model, 1 - drawn.Quantile).Objective],
            [3 * plain, plain], relative: 1e-7);
    });

    [Fact]
    public void Whole_weights_are_repeated_rows() => Gen.Select(All, Gen.Int[1, 4].Array[24]).Sample((drawn, counts) =>
    {
        int[] repeated = [.. Enumerable.Range(0, drawn.Sample.Rows).SelectMany(row => Enumerable.Repeat(row, counts[row]))];
        RegressionSample weighted = drawn.Sample.ToSample() with { Weights = [.. Enumerable.Range(0, drawn.Sample.Rows).Select(row => (double)counts[row])] };
        return Bits.Close(
            [Estimate(weighted, Samples.Model, drawn.Quantile).Objective],
            [Estimate(drawn.Sample.InOrder(repeated).ToSample(), Samples.Model, drawn.Quantile).Objective], relative: 1e-7);
    });

    [Fact]
    public void Errors_are_those_of_the_sandwich_with_the_fits_on_both_sides()
    {
        const int rows = 120;
        Samples sample = new(
            [.. Enumerable.Range(0, rows).Select(row => 1 + (row * 0.05) + (Math.Sin(row * 12.9898) * (1 + (row % 10 / 5.0))))],
            [.. Enumerable.Range(0, rows).Select(row => row * 0.05)],
            [.. Enumerable.Range(0, rows).Select(row => (double)(row % 10))],
            [.. Enumerable.Range(0, rows).Select(row => "g")]);
        double h = Math.Pow(rows, -1.0 / 3) * Math.Pow(1.959963984540054, 2.0 / 3) * Math.Pow(1.5 * Math.Pow(Normal.PDF(0, 1, 0), 2), 1.0 / 3);
        Matrix<double> x = sample.Design();
        Vector<double> spread = x * (Vector<double>.Build.Dense([.. Estimate(sample.ToSample(), Samples.Model, 0.5 + h).Coefficients.Estimates])
            - Vector<double>.Build.Dense([.. Estimate(sample.ToSample(), Samples.Model, 0.5 - h).Coefficients.Estimates]));
        Matrix<double> f = Matrix<double>.Build.Diagonal(rows, rows, row => Math.Max(0, 2 * h / (spread[row] - 1.490116119384766e-08)));
        Matrix<double> bread = x.TransposeThisAndMultiply(f * x).Inverse();

        Bits.Close(
            Estimate(sample.ToSample(), Samples.Model, 0.5).Covariance,
            (bread * x.TransposeThisAndMultiply(x) * bread * 0.25).ToRowMajorArray(), relative: 1e-8).ShouldBeTrue();
    }

    [Fact]
    public void Solutions_that_are_not_unique_are_said()
    {
        RegressionSample even = new(Table.Of("sample", Column.Of("y", [1.0, 2, 3, 4])));

        Estimate(even, ModelSpecification.Parse("y ~ 1"), 0.5).Notes.ShouldContain(note => note.Code == "not-unique");
        Estimate(even, ModelSpecification.Parse("y ~ 1"), 0.6).Notes.ShouldNotContain(note => note.Code == "not-unique");
    }

    [Fact]
    public void Many_ties_end()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", Enumerable.Range(0, 400).Select(row => (double)(row % 3))), Column.Of("x", Enumerable.Range(0, 400).Select(row => (double)(row % 2)))));

        QuantileRegressionResult result = Estimate(sample, ModelSpecification.Parse("y ~ x"), 0.5);
        result.Objective.ShouldBe(400.0 / 3, tolerance: 0.5); // a third of the rows lies 1 above 1 and a third 1 below, half counted
        result.Notes.ShouldNotContain(note => note.Code == "not-converged");
    }

    [Fact]
    public void A_constant_outcome_is_fitted_and_wrong_quantiles_are_refused()
    {
        RegressionSample flat = new(Table.Of("sample", Column.Of("y", [2.0, 2, 2, 2]), Column.Of("x", [0.0, 1, 3, 2])));

        Bits.Close(Estimate(flat, ModelSpecification.Parse("y ~ x"), 0.25).Coefficients.Estimates, [2, 0], relative: 1e-12).ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => new QuantileRegressionOptions { Model = Samples.Model, Quantile = 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new QuantileRegressionOptions { Model = Samples.Model, Quantile = 0 });
    }

    private static double Objective(Samples sample, Matrix<double> x, int[] rows, double quantile)
    {
        Matrix<double> square = Matrix<double>.Build.Dense(3, 3, (i, term) => x[rows[i], term]);
        return Math.Abs(square.Determinant()) < 1e-9
            ? double.PositiveInfinity
            : Objective(sample, [.. square.Solve(Vector<double>.Build.Dense(3, i => sample.Y[rows[i]]))], quantile);
    }

    private static double Objective(Samples sample, double[] b, double quantile)
    {
        double sum = 0;
        for (int row = 0; row < sample.Rows; row++)
        {
            double residual = sample.Y[row] - b[0] - (b[1] * sample.X[row]) - (b[2] * sample.Z[row]);
            sum += residual * (quantile - (residual < 0 ? 1 : 0));
        }

        return sum;
    }

    private static QuantileRegressionResult Estimate(RegressionSample sample, ModelSpecification model, double quantile) =>
        QuantileRegression.Estimate(
            sample,
            new QuantileRegressionOptions { Model = model, Quantile = quantile },
            cancellationToken: TestContext.Current.CancellationToken);
}
