using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SpatiallyLaggedRegressorsTests
{
    [Theory]
    [InlineData(CovarianceEstimator.Classical)]
    [InlineData(CovarianceEstimator.Hc3)]
    public void It_is_least_squares_with_the_lag_as_a_term(CovarianceEstimator covariance) => SpatialSamples.All.Sample(sample =>
    {
        double[] lag = [.. sample.W * MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(sample.X)];
        OrdinaryLeastSquaresResult plain = OrdinaryLeastSquares.Estimate(
            new RegressionSample(Table.Of("sample", Column.Of("y", sample.Y), Column.Of("x", sample.X), Column.Of("lag_x", lag))),
            new OrdinaryLeastSquaresOptions { Model = new ModelSpecification { Outcome = "y", Terms = ["x", "lag_x"] }, Covariance = covariance },
            cancellationToken: TestContext.Current.CancellationToken);
        SpatiallyLaggedRegressorsResult result = Estimate(sample.ToSample(), covariance);
        return result.Coefficients.Terms.SequenceEqual(plain.Coefficients.Terms)
            && Bits.Close(result.Coefficients.Estimates, plain.Coefficients.Estimates, relative: 1e-9)
            && Bits.Close(result.Covariance, plain.Covariance, relative: 1e-8)
            && Bits.Close([result.Impacts.Total[0]], [plain.Coefficients.Estimates[1] + plain.Coefficients.Estimates[2]], relative: 1e-9)
            && Bits.Close(
                [result.Impacts.TotalErrors[0]], [Math.Sqrt(plain.Covariance[4] + plain.Covariance[8] + (2 * plain.Covariance[5]))], relative: 1e-7);
    });

    [Fact]
    public void A_lag_that_the_terms_determine_is_left_out_and_its_impact_is_that_of_the_term()
    {
        // Pairs whose members have the same x: the lag of x is x.
        double[,] pairs = new double[8, 8].Filled((i, j) => i != j && i / 2 == j / 2 ? 1 : 0);
        SpatialSamples sample = new(pairs, [1, 1, 2, 2, 4, 4, 7, 7], [1, 2, 2, 4, 5, 3, 9, 8]);

        SpatiallyLaggedRegressorsResult result = Estimate(sample.ToSample(), CovarianceEstimator.Classical);

        result.Coefficients.Terms.ShouldBe(["intercept", "x"]);
        result.Notes.ShouldContain(note => note.Code == "aliased-terms" && note.Text.Contains("lag_x"));
        result.Impacts.Indirect[0].ShouldBe(0);
        result.Impacts.TotalErrors[0].ShouldBe(result.Coefficients.StandardErrors[1]);
    }

    [Fact]
    public void Wrong_input_is_refused() =>
        Should.Throw<ArgumentException>(() => Estimate(new SpatialSamples(new double[3, 3], [1, 2, 3], [1, 1, 1]).ToSample(), CovarianceEstimator.Hc0))
            .Message.ShouldContain("must vary");

    private static SpatiallyLaggedRegressorsResult Estimate(SpatialSample sample, CovarianceEstimator covariance) => SpatiallyLaggedRegressors.Estimate(
        sample, new SpatiallyLaggedRegressorsOptions { Model = SpatialSamples.Model, Covariance = covariance },
        cancellationToken: TestContext.Current.CancellationToken);
}
