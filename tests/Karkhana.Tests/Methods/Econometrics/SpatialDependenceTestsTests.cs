using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SpatialDependenceTestsTests
{
    [Fact]
    public void All_statistics_are_those_of_dense_matrices() => SpatialSamples.All.Sample(sample =>
    {
        int n = sample.Count;
        (Matrix<double> x, Matrix<double> w) = (sample.Terms, sample.W);
        Matrix<double> m = SpatialSamples.Identity(n) - (x * x.TransposeThisAndMultiply(x).Inverse() * x.Transpose());
        Vector<double> e = m * sample.Outcome;
        double variance = e.DotProduct(e) / n;
        double scale = n / w.RowSums().Sum();
        double trace = (m * w).Trace();
        double expectation = scale * trace / (n - 2);
        double spread = (scale * scale * ((m * w * m * w.Transpose()).Trace() + (m * w * m * w).Trace() + (trace * trace)) / ((n - 2.0) * n)) - (expectation * expectation);
        double t = ((w + w.Transpose()) * w).Trace();
        Vector<double> lag = w * (sample.Outcome - e);
        double j = (lag.DotProduct(m * lag) / variance) + t;
        double error = e.DotProduct(w * e) / variance;
        double own = e.DotProduct(w * sample.Outcome) / variance;
        double lagRobust = (own - error) * (own - error) / (j - t);
        double[] expected =
        [
            scale * e.DotProduct(w * e) / e.DotProduct(e), expectation, spread, error * error / t, own * own / j,
            (error - (own * t / j)) * (error - (own * t / j)) / (t * (1 - (t / j))), lagRobust, lagRobust + (error * error / t),
        ];
        SpatialDependenceTestsResult result = Estimate(sample.ToSample());
        return Bits.Close([result.Moran, result.MoranExpectation, result.MoranVariance, .. result.Tests.Select(test => test.Statistic)], expected, relative: 1e-7);
    });

    [Fact]
    public void Lag_and_error_cannot_be_told_apart_without_terms()
    {
        SpatialSample sample = SpatialLagRegressionTests.OnGrid(4, noise: 1);

        SpatialDependenceTestsResult result = SpatialDependenceTests.Estimate(
            sample, new SpatialDependenceTestsOptions { Model = new ModelSpecification { Outcome = "y", Terms = [] } },
            cancellationToken: TestContext.Current.CancellationToken);

        double.IsNaN(result.Tests[2].Statistic).ShouldBeTrue();
        result.Tests[0].Statistic.ShouldBe(result.Tests[1].Statistic, tolerance: 1e-9);
        result.Notes.ShouldContain(note => note.Code == "tests-not-apart");
        result.ToTable().RowCount.ShouldBe(6);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        SpatialSample sample = SpatialLagRegressionTests.OnGrid(4, noise: 1);
        double[] x = [.. sample.Sample.Data.Numbers("x")];
        RegressionSample exact = new(Table.Of("sample", Column.Of("y", x), Column.Of("x", x)));

        Should.Throw<ArgumentException>(() => Estimate(sample with { Sample = exact })).Message.ShouldContain("determine the outcome");
    }

    private static SpatialDependenceTestsResult Estimate(SpatialSample sample) => SpatialDependenceTests.Estimate(
        sample, new SpatialDependenceTestsOptions { Model = SpatialSamples.Model }, cancellationToken: TestContext.Current.CancellationToken);
}
