using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class RidgeRegressionTests
{
    [Fact]
    public void Without_a_ridge_it_is_least_squares() => Samples.All.Sample(sample =>
        Bits.Close(Fit(sample, 0).Coefficients, [.. sample.Coefficients()], relative: 1e-8));

    [Fact]
    public void One_slope_shrinks_by_hand()
    {
        // z = ±1 has spread 1 and z'z 4: the slope 1.5 becomes 6/(4 + 2) = 1; the mean stays 2.5.
        RidgeRegression fit = RidgeRegression.Fit([[1, 1, 1, 1], [-1, -1, 1, 1]], [0, 2, 3, 5], [0, 1, 2, 3], ridge: 2);

        Bits.Close(fit.Coefficients, [2.5, 1], relative: 1e-14).ShouldBeTrue();
        Bits.Close(fit.Predict([[1], [3]]), [5.5], relative: 1e-14).ShouldBeTrue();
    }

    [Fact]
    public void Slopes_vanish_under_a_great_ridge() => Samples.All.Sample(sample =>
        Fit(sample, 1e12).Predict([[1], [sample.X[0]], [sample.Z[0]]])[0] is double value && Math.Abs(value - sample.Y.Average()) < 1e-7);

    [Fact]
    public void A_column_that_stands_still_among_the_rows_gets_no_slope()
    {
        RidgeRegression fit = RidgeRegression.Fit([[1, 1, 1, 9], [2, 2, 2, 5], [0, 1, 2, 7]], [1, 3, 5, 0], [0, 1, 2], ridge: 0);

        Bits.Close(fit.Coefficients, [1, 0, 2], relative: 1e-12).ShouldBeTrue();
    }

    private static RidgeRegression Fit(Samples sample, double ridge) => RidgeRegression.Fit(
        [[.. sample.X.Select(_ => 1.0)], sample.X, sample.Z], sample.Y, [.. Enumerable.Range(0, sample.Rows)], ridge);
}
