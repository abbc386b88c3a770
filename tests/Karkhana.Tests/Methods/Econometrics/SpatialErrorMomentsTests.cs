using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.SparseMatrices;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SpatialErrorMomentsTests
{
    [Fact]
    public void Lambda_has_the_least_squares_of_the_moments_of_dense_matrices() => SpatialSamples.All.Sample(sample =>
    {
        SpatialErrorMomentsResult result = Estimate(sample.ToSample());
        double least = Enumerable.Range(-199, 399).Min(step => Distance(sample, step / 200.0));
        double found = Distance(sample, result.Lambda);
        bool outside = Math.Abs(result.Lambda) >= 1;
        return outside == result.Notes.Any(note => note.Code == "explosive")
            && (outside || (found <= least + 1e-12 || EndIsLess(sample, least)))
            && Bits.Close(result.Coefficients.Estimates, [.. sample.Slopes(0, result.Lambda)], relative: 1e-6);
    });

    [Fact]
    public void Moments_come_near_the_likelihood_on_a_larger_map()
    {
        SpatialSample grid = SpatialLagRegressionTests.OnGrid(30, noise: 1);
        double[] noise = [.. Enumerable.Range(0, 900).Select(cell => Math.Sin(cell * cell * 0.77))];
        double[] errors = AutoregressiveMatrix.Of(grid.Weights.ToMatrix()).At(0.5, TestContext.Current.CancellationToken)!.Solve(noise);
        double[] x = [.. grid.Sample.Data.Numbers("x")];
        SpatialSample sample = grid with
        {
            Sample = new RegressionSample(Table.Of("sample", Column.Of("y", errors.Select((error, cell) => 1 + (2 * x[cell]) + error)), Column.Of("x", x))),
        };

        SpatialErrorMomentsResult moments = Estimate(sample);
        SpatialErrorRegressionResult likelihood = SpatialErrorRegression.Estimate(
            sample, new SpatialErrorRegressionOptions { Model = SpatialSamples.Model }, cancellationToken: TestContext.Current.CancellationToken);

        moments.Lambda.ShouldBe(likelihood.Model.Autoregression.Estimates[0], tolerance: 0.05);
        moments.Coefficients.Estimates[1].ShouldBe(likelihood.Model.Coefficients.Estimates[1], tolerance: 0.01);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        SpatialSample sample = SpatialLagRegressionTests.OnGrid(4, noise: 1);
        double[] x = [.. sample.Sample.Data.Numbers("x")];
        double[,] complete = SpatialSamples.Standardised(new double[16, 16].Filled((i, j) => i == j ? 0 : 1));

        Should.Throw<ArgumentException>(() => Estimate(sample with { Weights = SpatialSamples.Weights(complete) })).Message.ShouldContain("all 16 units");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Sample = new RegressionSample(Table.Of("sample", Column.Of("y", x), Column.Of("x", x))) }))
            .Message.ShouldContain("determine the outcome");
    }

    // With the best sigma2 for each lambda.
    private static double Distance(SpatialSamples sample, double lambda)
    {
        Matrix<double> x = sample.Terms;
        Vector<double> u = sample.Outcome - (x * x.QR().Solve(sample.Outcome));
        Vector<double> e = u - (lambda * (sample.W * u));
        Vector<double> lag = sample.W * e;
        Vector<double> moments = Vector<double>.Build.Dense([e.DotProduct(e), lag.DotProduct(lag), e.DotProduct(lag)]) / sample.Count;
        Vector<double> direction = Vector<double>.Build.Dense([1, sample.W.TransposeThisAndMultiply(sample.W).Trace() / sample.Count, 0]).Normalize(2);
        return (moments - (direction * direction.DotProduct(moments))).L2Norm();
    }

    // The least on the open range is then approached at an end, while the root is a local minimum inside.
    private static bool EndIsLess(SpatialSamples sample, double least) => least >= Math.Min(Distance(sample, 0.995), Distance(sample, -0.995));

    private static SpatialErrorMomentsResult Estimate(SpatialSample sample) => SpatialErrorMoments.Estimate(
        sample, new SpatialErrorMomentsOptions { Model = SpatialSamples.Model }, cancellationToken: TestContext.Current.CancellationToken);
}
