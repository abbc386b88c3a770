using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.SparseMatrices;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SpatialCombinedRegressionTests
{
    private static readonly SpatialCombinedRegressionOptions Options = new() { Model = SpatialSamples.Model };

    [Fact]
    public void The_estimate_is_the_greatest_likelihood_of_the_dense_formula() => SpatialSamples.All.Sample(
        sample =>
        {
            SpatialCombinedRegressionResult result = Estimate(sample.ToSample());
            (double rho, double lambda) = (result.Model.Autoregression.Estimates[0], result.Model.Autoregression.Estimates[1]);
            double most = Enumerable.Range(0, 400).Max(cell => sample.LogLikelihood(((cell / 20) - 9.5) / 10, ((cell % 20) - 9.5) / 10));
            return Bits.Close([result.Model.LogLikelihood], [sample.LogLikelihood(rho, lambda)], relative: 1e-9)
                && most <= result.Model.LogLikelihood + 1e-9
                && Bits.Close(result.Model.Coefficients.Estimates, [.. sample.Slopes(rho, lambda)], relative: 1e-6);
        },
        iter: 40);

    [Fact]
    public void Standard_errors_are_those_of_dense_matrices() => SpatialSamples.All.Sample(
        sample =>
        {
            SpatialCombinedRegressionResult result = Estimate(sample.ToSample());
            if (result.Notes.Any(note => note.Code == "at-limit"))
            {
                return true;
            }

            (double rho, double lambda) = (result.Model.Autoregression.Estimates[0], result.Model.Autoregression.Estimates[1]);
            Matrix<double> information = Information(sample, rho, lambda);
            if (information.ConditionNumber() > 1e9)
            {
                return true;
            }

            double[] expected = [.. information.Inverse().Diagonal().Take(4).Select(Math.Sqrt)];
            return Bits.Close([.. result.Model.Autoregression.StandardErrors, .. result.Model.Coefficients.StandardErrors], expected, relative: 1e-4);
        },
        iter: 40);

    [Fact]
    public void It_is_at_least_as_likely_as_the_lag_and_the_error_model()
    {
        SpatialSample sample = SpatialLagRegressionTests.OnGrid(8, noise: 1);

        double both = Estimate(sample).Model.LogLikelihood;

        both.ShouldBeGreaterThanOrEqualTo(SpatialLagRegression.Estimate(
            sample, new SpatialLagRegressionOptions { Model = SpatialSamples.Model, ImpactDraws = 0 },
            cancellationToken: TestContext.Current.CancellationToken).Model.LogLikelihood);
        both.ShouldBeGreaterThanOrEqualTo(SpatialErrorRegression.Estimate(
            sample, new SpatialErrorRegressionOptions { Model = SpatialSamples.Model },
            cancellationToken: TestContext.Current.CancellationToken).Model.LogLikelihood);
        Estimate(sample).Model.Parameters.ShouldBe(5);
    }

    [Fact]
    public void Two_maxima_of_like_height_are_a_warning()
    {
        // Without a term rho and lambda change places at will: y = (I - 0.7 W)⁻¹ (I + 0.5 W)⁻¹ noise.
        SpatialSample grid = SpatialLagRegressionTests.OnGrid(12, noise: 1);
        AutoregressiveMatrix matrix = AutoregressiveMatrix.Of(grid.Weights.ToMatrix());
        double[] noise = [.. Enumerable.Range(0, 144).Select(cell => Math.Sin(cell * cell * 0.77))];
        double[] y = matrix.At(0.7, TestContext.Current.CancellationToken)!.Solve(matrix.At(-0.5, TestContext.Current.CancellationToken)!.Solve(noise));
        SpatialSample sample = grid with { Sample = new RegressionSample(Table.Of("sample", Column.Of("y", y))) };

        SpatialCombinedRegressionResult result = SpatialCombinedRegression.Estimate(
            sample, new SpatialCombinedRegressionOptions { Model = new ModelSpecification { Outcome = "y", Terms = [] } },
            cancellationToken: TestContext.Current.CancellationToken);

        result.Model.Autoregression.Estimates.Order().Zip([-0.5, 0.7]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.2);
        result.Notes.ShouldContain(note => note.Code == "several-maxima");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        double[,] complete = SpatialSamples.Standardised(new double[16, 16].Filled((i, j) => i == j ? 0 : 1));
        SpatialSample sample = SpatialLagRegressionTests.OnGrid(4, noise: 1) with { Weights = SpatialSamples.Weights(complete) };

        Should.Throw<ArgumentException>(() => Estimate(sample)).Message.ShouldContain("all 16 units");
    }

    private static SpatialCombinedRegressionResult Estimate(SpatialSample sample) =>
        SpatialCombinedRegression.Estimate(sample, Options, cancellationToken: TestContext.Current.CancellationToken);

    // Of rho, lambda, b and sigma2; the dense form of Anselin (1988), whose matrices do not use that they change places.
    private static Matrix<double> Information(SpatialSamples sample, double rho, double lambda)
    {
        Vector<double> residuals = sample.Residuals(rho, lambda);
        double variance = residuals.DotProduct(residuals) / sample.Count;
        Matrix<double> b = sample.Filter(lambda);
        Matrix<double> h = b * sample.Multiplied(rho) * b.Inverse();
        Matrix<double> g = sample.Multiplied(lambda);
        Vector<double> mean = b * sample.Multiplied(rho) * sample.Terms * sample.Slopes(rho, lambda);
        Matrix<double> terms = b * sample.Terms;
        Matrix<double> information = Matrix<double>.Build.Dense(5, 5);
        information[0, 0] = ((h * h) + h.TransposeThisAndMultiply(h)).Trace() + (mean.DotProduct(mean) / variance);
        information[1, 1] = ((g * g) + g.TransposeThisAndMultiply(g)).Trace();
        information[0, 1] = information[1, 0] = ((g * h) + g.TransposeThisAndMultiply(h)).Trace();
        information.SetSubMatrix(2, 2, terms.TransposeThisAndMultiply(terms) / variance);
        Vector<double> cross = terms.TransposeThisAndMultiply(mean) / variance;
        (information[0, 2], information[2, 0], information[0, 3], information[3, 0]) = (cross[0], cross[0], cross[1], cross[1]);
        information[0, 4] = information[4, 0] = h.Trace() / variance;
        information[1, 4] = information[4, 1] = g.Trace() / variance;
        information[4, 4] = sample.Count / (2 * variance * variance);
        return information;
    }
}
