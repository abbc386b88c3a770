using Karkhana.Methods;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods;

public sealed class SymmetricEigenTests
{
    [Fact]
    public void Values_rise_and_belong_to_the_matrix() =>
        SymmetricEigen.Of(Matrix<double>.Build.DenseOfArray(new double[,] { { 2, 1 }, { 1, 2 } }), "covariances")
            .EigenValues.Select(value => Math.Round(value.Real, 12)).ShouldBe([1, 3]);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_matrix_that_is_not_finite_is_refused_by_name(double value) =>
        Should.Throw<ArgumentException>(() => SymmetricEigen.Of(
            Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0, 0 }, { 0, 1, value }, { 0, value, 1 } }), "covariances"))
            .Message.ShouldStartWith("covariances must give a finite matrix");
}
