using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class AutocorrelationTests
{
    private static readonly Gen<double[]> Series = Gen.Double[-10, 10].Array[4, 40];

    [Fact]
    public void Five_values_are_worked_out_by_hand()
    {
        // Deviations −2, −1, 0, 1, 2 with squares 10; lag 1: 2 + 0 + 0 + 2 = 4; lag 2: 0 − 1 + 0 = −1.
        AutocorrelationResult result = Estimate([1, 2, 3, 4, 5], new() { Lags = 2 });

        result.Lags.ShouldBe([1, 2]);
        result.Autocorrelations.ShouldBe([0.4, -0.1], tolerance: 1e-15);
        // φ₂₂ = (r₂ − r₁²)/(1 − r₁²).
        result.PartialAutocorrelations.ShouldBe([0.4, -0.26 / 0.84], tolerance: 1e-15);
        result.Statistic.ShouldBe(35 * ((0.16 / 4) + (0.01 / 3)), tolerance: 1e-14);
        result.PValue.ShouldBe(Math.Exp(-result.Statistic / 2), tolerance: 1e-15); // two degrees of freedom
        result.NoiseLimit.ShouldBe(1.959963984540054 / Math.Sqrt(5), tolerance: 1e-12);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Box_and_Pierce_do_not_weight_the_lags()
    {
        AutocorrelationResult result = Estimate([1, 2, 3, 4, 5], new() { Lags = 2, Test = PortmanteauTest.BoxPierce });

        result.Statistic.ShouldBe(5 * 0.17, tolerance: 1e-14);
    }

    [Fact]
    public void Fitted_parameters_take_degrees_of_freedom()
    {
        AutocorrelationResult result = Estimate([3, 1, 4, 1, 5, 9, 2, 6], new() { Lags = 3, FittedParameters = 1 });

        result.Degrees.ShouldBe(2);
        result.PValue.ShouldBe(Math.Exp(-result.Statistic / 2), tolerance: 1e-15);
    }

    [Fact]
    public void Correlations_are_those_of_their_definition_whatever_the_unit() => Series.Sample(series =>
    {
        if (series.Distinct().Count() < 2 || series.Max() - series.Min() < 1e-3)
        {
            return true;
        }

        int lags = series.Length - 1;
        double mean = series.Average();
        double squares = series.Sum(value => (value - mean) * (value - mean));
        double[] plain = [.. Enumerable.Range(1, lags).Select(lag => Enumerable.Range(0, series.Length - lag)
            .Sum(t => (series[t] - mean) * (series[t + lag] - mean)) / squares)];
        AutocorrelationResult result = Estimate(series, new() { Lags = lags });
        AutocorrelationResult moved = Estimate([.. series.Select(value => 5 - (3 * value))], new() { Lags = lags });
        return Bits.Close(result.Autocorrelations, plain, relative: 1e-9)
            && Bits.Close(moved.Autocorrelations, plain, relative: 1e-9)
            && result.PartialAutocorrelations.All(partial => Math.Abs(partial) <= 1 + 1e-9)
            && Math.Abs(plain.Sum() + 0.5) < 1e-9; // deviations add to 0
    });

    [Fact]
    public void Partial_correlations_solve_the_equations_of_Yule_and_Walker() => Series.Sample(series =>
    {
        if (series.Max() - series.Min() < 1e-3)
        {
            return true;
        }

        const int order = 3;
        AutocorrelationResult result = Estimate(series, new() { Lags = order });
        double[] r = [1, .. result.Autocorrelations];
        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(order, order, (i, j) => r[Math.Abs(i - j)]);
        double last = matrix.Solve(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(order, i => r[i + 1]))[order - 1];
        return Math.Abs(matrix.Determinant()) < 1e-6 || Bits.Close([result.PartialAutocorrelations[order - 1]], [last], relative: 1e-7);
    });

    [Theory]
    [InlineData(7)]
    [InlineData(0.1)]
    public void A_series_that_does_not_vary_has_no_correlation(double constant)
    {
        AutocorrelationResult result = Estimate([.. Enumerable.Repeat(constant, 20)]);

        result.Autocorrelations.ShouldAllBe(value => double.IsNaN(value));
        result.PValue.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variation");
    }

    [Fact]
    public void Wrong_calls_are_refused_with_value_and_range()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], new() { Lags = 3 })).Message.ShouldContain("[1, 2] with 3 values; it was 3");
        Should.Throw<ArgumentException>(() => Estimate([1])).Message.ShouldContain("at least 2 values; it held 1");
        Should.Throw<ArgumentException>(() => Estimate([1, double.NaN, 2], new() { Lags = 1 })).Message.ShouldContain("value 2 was NaN");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], new() { Lags = 2, FittedParameters = 2 })).Message.ShouldContain("it was 2");
        Should.Throw<ArgumentOutOfRangeException>(() => new AutocorrelationOptions { Lags = 0 });
    }

    private static AutocorrelationResult Estimate(double[] series, AutocorrelationOptions? options = null) =>
        Autocorrelation.Estimate(new OutputSeries(series), options, cancellationToken: TestContext.Current.CancellationToken);
}
