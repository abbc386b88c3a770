using CsCheck;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SpatialTwoStageLeastSquaresTests
{
    [Fact]
    public void Estimates_and_errors_are_those_of_the_dense_formula() => Gen.Select(SpatialSamples.All, Gen.Bool).Sample((sample, secondOrder) =>
    {
        Vector<double> x = Vector<double>.Build.Dense(sample.X);
        Matrix<double> instruments = sample.Terms.Append((sample.W * x).ToColumnMatrix());
        instruments = secondOrder ? instruments.Append((sample.W * (sample.W * x)).ToColumnMatrix()) : instruments;
        Matrix<double> regressors = sample.Terms.Append((sample.W * sample.Outcome).ToColumnMatrix());
        Matrix<double> projected = instruments * instruments.QR().Solve(regressors);
        if (instruments.ConditionNumber() > 1e6 || projected.ConditionNumber() > 1e6)
        {
            return true;
        }

        Vector<double> slopes = projected.QR().Solve(sample.Outcome);
        Vector<double> residuals = sample.Outcome - (regressors * slopes);
        Matrix<double> covariance = projected.TransposeThisAndMultiply(projected).Inverse() * (residuals.DotProduct(residuals) / (sample.Count - 3));
        SpatialTwoStageLeastSquaresResult result = Estimate(sample.ToSample(), secondOrder);
        return result.TwoStage.Coefficients.Terms.SequenceEqual(["intercept", "x", "lag_outcome"])
            && Bits.Close(result.TwoStage.Coefficients.Estimates, [.. slopes], relative: 1e-6)
            && Bits.Close(result.TwoStage.Covariance, covariance.ToRowMajorArray(), relative: 1e-5)
            && result.Notes.Any(note => note.Code == "explosive") == (Math.Abs(slopes[2]) >= 1);
    });

    [Fact]
    public void It_comes_near_the_likelihood_on_a_larger_map()
    {
        SpatialTwoStageLeastSquaresResult result = Estimate(SpatialLagRegressionTests.OnGrid(20, noise: 0.5), secondOrder: true);

        result.TwoStage.Coefficients.Estimates[2].ShouldBe(0.5, tolerance: 0.05);
        result.TwoStage.Tests.CraggDonaldF.ShouldBeGreaterThan(10);
        result.TwoStage.Rows.Count.ShouldBe(400);
        result.ToTable().RowCount.ShouldBe(3);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        SpatialSample sample = SpatialLagRegressionTests.OnGrid(4, noise: 1);
        SpatialTwoStageLeastSquaresOptions constant = new() { Model = new ModelSpecification { Outcome = "y", Terms = [] } };

        Should.Throw<ArgumentException>(() => SpatialTwoStageLeastSquares.Estimate(sample, constant, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("beside the constant");
    }

    private static SpatialTwoStageLeastSquaresResult Estimate(SpatialSample sample, bool secondOrder) => SpatialTwoStageLeastSquares.Estimate(
        sample, new SpatialTwoStageLeastSquaresOptions { Model = SpatialSamples.Model, SecondOrder = secondOrder },
        cancellationToken: TestContext.Current.CancellationToken);
}
