using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class NeweyWestRegressionTests
{
    [Fact]
    public void Four_rows_are_summed_by_hand()
    {
        // The mean of 1, 3, 2, 6 is 3 with residuals -2, 0, -1, 3: squares 14, products one apart 0 + 0 - 3; (14 - 2*3/2)/16.
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, 3, 2, 6])));

        Estimate(sample, new NeweyWestRegressionOptions { Model = ModelSpecification.Parse("y ~ 1"), Lag = 1 })
            .Covariance.Values[0].ShouldBe(11.0 / 16, tolerance: 1e-14);
    }

    [Theory]
    [InlineData(SerialKernelKind.Bartlett, 3, null)]
    [InlineData(SerialKernelKind.Bartlett, 50, null)]
    [InlineData(SerialKernelKind.QuadraticSpectral, null, 2.5)]
    public void The_covariance_is_that_of_the_dense_formula(SerialKernelKind kernel, int? lag, double? bandwidth) => Samples.All.Sample(sample =>
    {
        NeweyWestRegressionOptions options = new() { Model = Samples.Model, Kernel = kernel, Lag = lag, Bandwidth = bandwidth };
        Vector<double> e = sample.Residuals();
        Matrix<double> omega = Matrix<double>.Build.Dense(sample.Rows, sample.Rows, (t, s) => Weight(Math.Abs(t - s)) * e[t] * e[s]);
        return Bits.Close(Estimate(sample.ToSample(), options).Covariance.Values, sample.Sandwich(omega), relative: 1e-7);

        double Weight(int distance)
        {
            if (kernel == SerialKernelKind.Bartlett)
            {
                return Math.Max(0, 1 - (distance / (Math.Min(lag!.Value, sample.Rows - 1) + 1.0)));
            }

            double z = 6 * Math.PI * distance / (5 * bandwidth!.Value);
            return distance == 0 ? 1 : 3 / (z * z) * ((Math.Sin(z) / z) - Math.Cos(z));
        }
    });

    [Fact]
    public void Without_lags_the_covariance_is_white_s_and_the_factor_makes_it_hc1() => Samples.All.Sample(sample =>
    {
        LinearModel model = LinearModel.Of(sample.ToSample(), Samples.Model);
        return Bits.Close(model.Serial(new SerialDecay { Lag = 0 }).Values, model.Covariance(CovarianceEstimator.Hc0).Values, relative: 1e-12)
            && Bits.Close(model.Serial(new SerialDecay { Lag = 0, SmallSample = true }).Values, model.Covariance(CovarianceEstimator.Hc1).Values, relative: 1e-12);
    });

    [Fact]
    public void A_lag_that_is_not_given_is_chosen_and_said()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", Enumerable.Range(0, 100).Select(row => Math.Sin(row) + row)), Column.Of("x", Enumerable.Range(0, 100).Select(row => (double)(row % 7)))));

        RobustRegressionResult result = Estimate(sample, new NeweyWestRegressionOptions { Model = ModelSpecification.Parse("y ~ x") });

        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("The last lag is 4");
        result.Covariance.Description.ShouldBe("Bartlett kernel, last lag 4");
    }

    [Fact]
    public void Wrong_options_are_refused()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, 3, 2, 6])));
        ModelSpecification mean = ModelSpecification.Parse("y ~ 1");

        Should.Throw<ArgumentException>(() => Estimate(
            sample, new NeweyWestRegressionOptions { Model = mean, Kernel = SerialKernelKind.QuadraticSpectral })).Message.ShouldContain("Bandwidth must be given");
        Should.Throw<ArgumentOutOfRangeException>(() => new NeweyWestRegressionOptions { Model = mean, Lag = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new NeweyWestRegressionOptions { Model = mean, Bandwidth = 0 });
    }

    private static RobustRegressionResult Estimate(RegressionSample sample, NeweyWestRegressionOptions options) =>
        NeweyWestRegression.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
}
