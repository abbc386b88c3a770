using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SpatialErrorRegressionTests
{
    private static readonly SpatialErrorRegressionOptions Options = new() { Model = SpatialSamples.Model };

    [Fact]
    public void The_estimate_is_the_greatest_likelihood_of_the_dense_formula() => SpatialSamples.All.Sample(sample =>
    {
        SpatialErrorRegressionResult result = Estimate(sample.ToSample());
        double lambda = result.Model.Autoregression.Estimates[0];
        double most = Enumerable.Range(-99, 199).Max(step => sample.LogLikelihood(0, step / 100.0));
        return Bits.Close([result.Model.LogLikelihood], [sample.LogLikelihood(0, lambda)], relative: 1e-9)
            && most <= result.Model.LogLikelihood + 1e-9
            && Bits.Close(result.Model.Coefficients.Estimates, [.. sample.Slopes(0, lambda)], relative: 1e-7)
            && (AtLimit(result) || Math.Abs(sample.LogLikelihood(0, lambda + 1e-5) - sample.LogLikelihood(0, lambda - 1e-5)) < 1e-7);
    });

    [Fact]
    public void Standard_errors_are_those_of_dense_matrices() => SpatialSamples.All.Sample(sample =>
    {
        SpatialErrorRegressionResult result = Estimate(sample.ToSample());
        double lambda = result.Model.Autoregression.Estimates[0];
        Vector<double> residuals = sample.Residuals(0, lambda);
        double variance = residuals.DotProduct(residuals) / sample.Count;
        Matrix<double> h = sample.Multiplied(lambda);
        double trace = h.Trace() / variance;
        double own = ((h * h) + h.TransposeThisAndMultiply(h)).Trace();
        Matrix<double> filtered = sample.Filter(lambda) * sample.Terms;
        Matrix<double> slopes = filtered.TransposeThisAndMultiply(filtered).Inverse() * variance;
        return AtLimit(result)
            || (Bits.Close(result.Model.Autoregression.StandardErrors, [1 / Math.Sqrt(own - (trace * trace * 2 * variance * variance / sample.Count))], relative: 1e-5)
            && Bits.Close(result.Model.Coefficients.StandardErrors, [Math.Sqrt(slopes[0, 0]), Math.Sqrt(slopes[1, 1])], relative: 1e-6));
    });

    [Fact]
    public void Hausman_compares_with_least_squares_by_the_dense_formula() => SpatialSamples.All.Sample(sample =>
    {
        SpatialErrorRegressionResult result = Estimate(sample.ToSample());
        double lambda = result.Model.Autoregression.Estimates[0];
        if (AtLimit(result) || double.IsNaN(result.Hausman.Statistic) || Math.Abs(lambda) < 0.05)
        {
            return true;
        }

        Vector<double> residuals = sample.Residuals(0, lambda);
        double variance = residuals.DotProduct(residuals) / sample.Count;
        Matrix<double> bread = sample.Terms.TransposeThisAndMultiply(sample.Terms).Inverse() * sample.Terms.Transpose();
        Matrix<double> filter = sample.Filter(lambda);
        Matrix<double> filtered = filter * sample.Terms;
        Matrix<double> spread = variance * ((bread * filter.TransposeThisAndMultiply(filter).Inverse() * bread.Transpose())
            - filtered.TransposeThisAndMultiply(filtered).Inverse());
        Vector<double> difference = (bread * sample.Outcome) - sample.Slopes(0, lambda);
        return Bits.Close([result.Hausman.Statistic], [difference.DotProduct(spread.Solve(difference))], relative: 1e-3);
    });

    [Fact]
    public void Without_terms_lag_and_error_are_one_model_but_for_the_constant()
    {
        // y = rho W y + c + e is y = c/(1 - rho) + u, u = rho W u + e, where rows of W add up to 1.
        SpatialSample sample = SpatialLagRegressionTests.OnGrid(8, noise: 1);
        ModelSpecification constant = new() { Outcome = "y", Terms = [] };

        SpatialErrorRegressionResult error = SpatialErrorRegression.Estimate(
            sample, new SpatialErrorRegressionOptions { Model = constant }, cancellationToken: TestContext.Current.CancellationToken);
        SpatialLagRegressionResult lag = SpatialLagRegression.Estimate(
            sample, new SpatialLagRegressionOptions { Model = constant, ImpactDraws = 0 }, cancellationToken: TestContext.Current.CancellationToken);

        double rho = lag.Model.Autoregression.Estimates[0];
        error.Model.Autoregression.Estimates[0].ShouldBe(rho, tolerance: 1e-9);
        error.Model.LogLikelihood.ShouldBe(lag.Model.LogLikelihood, tolerance: 1e-9);
        error.Model.Coefficients.Estimates[0].ShouldBe(lag.Model.Coefficients.Estimates[0] / (1 - rho), tolerance: 1e-8);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        SpatialSample sample = SpatialLagRegressionTests.OnGrid(4, noise: 1);
        double[,] complete = SpatialSamples.Standardised(new double[16, 16].Filled((i, j) => i == j ? 0 : 1));

        Should.Throw<ArgumentException>(() => Estimate(sample with { Weights = SpatialSamples.Weights(complete) })).Message.ShouldContain("all 16 units");
        Should.Throw<ArgumentNullException>(() => SpatialErrorRegression.Estimate(sample, null!, cancellationToken: TestContext.Current.CancellationToken));
    }

    private static bool AtLimit(SpatialErrorRegressionResult result) => result.Notes.Any(note => note.Code == "at-limit");

    private static SpatialErrorRegressionResult Estimate(SpatialSample sample) =>
        SpatialErrorRegression.Estimate(sample, Options, cancellationToken: TestContext.Current.CancellationToken);
}
