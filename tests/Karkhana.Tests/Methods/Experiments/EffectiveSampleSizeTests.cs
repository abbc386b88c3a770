using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class EffectiveSampleSizeTests
{
    private static readonly Gen<double[]> Series =
        Gen.Double[-5, 5].Array[6, 40].Where(series => series.Max() - series.Min() > 1e-3);

    [Fact]
    public void Five_values_are_worked_out_by_hand()
    {
        // r = 1, 0.4, −0.1, −0.4, −0.4: the first pair is 1.4, the second −0.5 ends the sum.
        EffectiveSampleSizeResult result = Estimate([1, 2, 3, 4, 5]);

        result.EffectiveSize.ShouldBe(5 / 1.8, tolerance: 1e-14);
        result.AutocorrelationTime.ShouldBe(1.8, tolerance: 1e-14);
        result.Lags.ShouldBe(1);
        result.Mean.ShouldBe(3);
        result.StandardError.ShouldBe(Math.Sqrt(2.5 * 1.8 / 5), tolerance: 1e-14);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void It_sums_the_autocorrelations_while_their_pairs_are_not_negative() => Series.Sample(series =>
    {
        double[] r = [1, .. Autocorrelation.Estimate(new OutputSeries(series), new() { Lags = series.Length - 1 }).Autocorrelations];
        double[] pairs = [.. Enumerable.Range(0, series.Length / 2).Select(k => r[2 * k] + r[(2 * k) + 1]).TakeWhile(pair => pair >= 0)];
        double[] falling = [.. pairs.Select((_, k) => pairs.Take(k + 1).Min())];
        double Size(double sum) => -1 + (2 * sum) > 0 ? series.Length / (-1 + (2 * sum)) : double.NaN;
        bool clear = Math.Abs(-1 + (2 * pairs.Sum())) > 1e-6 && Math.Abs(-1 + (2 * falling.Sum())) > 1e-6;
        return !clear || Bits.Close(
            [Estimate(series).EffectiveSize, Estimate(series, LagSequence.InitialMonotone).EffectiveSize],
            [Size(pairs.Sum()), Size(falling.Sum())],
            relative: 1e-6);
    });

    [Fact]
    public void It_does_not_depend_on_the_unit_or_the_direction_of_time() => Series.Sample(series =>
    {
        double size = Estimate(series).EffectiveSize;
        double turned = Estimate([.. series.Reverse().Select(value => 3 - (2 * value))]).EffectiveSize;
        return Math.Abs(size) > 1e6 || Bits.Close([turned], [size], relative: 1e-6);
    });

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.5, 3)]
    [InlineData(0.8, 9)]
    public void A_long_autoregression_has_the_autocorrelation_time_of_its_formula(double memory, double time)
    {
        // (1 + φ)/(1 − φ); the stream is fixed, so that the margin is for the length alone.
        RandomStream stream = new(2003, RandomPurpose.Example, 0);
        double[] series = new double[20_000];
        for (int t = 1; t < series.Length; t++)
        {
            series[t] = (memory * series[t - 1]) + stream.NextGaussian();
        }

        Estimate(series).AutocorrelationTime.ShouldBe(time, tolerance: 0.15 * time);
    }

    [Fact]
    public void A_series_that_alternates_has_no_size()
    {
        EffectiveSampleSizeResult result = Estimate([1, 3, 1, 3, 1, 3, 1]);

        result.EffectiveSize.ShouldBe(double.NaN);
        result.StandardError.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("not-positive");
    }

    [Fact]
    public void A_series_that_does_not_vary_has_no_size()
    {
        EffectiveSampleSizeResult result = Estimate([0.1, 0.1, 0.1, 0.1, 0.1]);

        result.EffectiveSize.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variation");
    }

    [Fact]
    public void Short_series_and_missing_values_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3])).Message.ShouldContain("at least 4 values; it held 3");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, double.NaN, 4])).Message.ShouldContain("value 3 was NaN");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3e200, 4])).Message.ShouldContain("value 3 was 3E+200");
    }

    private static EffectiveSampleSizeResult Estimate(double[] series, LagSequence sequence = default) => EffectiveSampleSize.Estimate(
        new OutputSeries(series), new() { Sequence = sequence }, cancellationToken: TestContext.Current.CancellationToken);
}
