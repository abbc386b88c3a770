using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class BatchMeansTests
{
    [Fact]
    public void Two_batches_are_worked_out_by_hand()
    {
        // Batch means 2 and 4, sd √2, s.e. 1; t with one degree of freedom at 0.975 is tan(0.475 π). The 9 left over counts in the mean.
        BatchMeansResult result = Estimate([1, 3, 4, 4, 9], 2);

        result.BatchMeans.ShouldBe([2, 4]);
        result.Mean.ShouldBe(4.2, tolerance: 1e-15);
        result.StandardError.ShouldBe(1, tolerance: 1e-15);
        result.HalfWidth.ShouldBe(Math.Tan(0.475 * Math.PI), tolerance: 1e-9);
        result.LeftOver.ShouldBe(1);
        result.BatchCorrelation.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("left-over");
    }

    [Fact]
    public void Batches_of_one_give_the_usual_error_of_a_mean() => Gen.Double[-5, 5].Array[2, 30].Sample(series =>
    {
        double mean = series.Average();
        double error = Math.Sqrt(series.Sum(value => (value - mean) * (value - mean)) / (series.Length - 1) / series.Length);
        return Bits.Close([Estimate(series, 1).Mean, Estimate(series, 1).StandardError], [mean, error], relative: 1e-10);
    });

    [Fact]
    public void The_interval_moves_and_stretches_with_the_unit_and_forgets_the_order_within_batches() =>
        Gen.Select(Gen.Int[1, 4], Gen.Double[-5, 5].Array[8, 40]).Sample((size, series) =>
        {
            int full = series.Length / size * size;
            double[] turned = [.. series.Take(full).Chunk(size).SelectMany(batch => batch.Reverse()), .. series.Skip(full)];
            BatchMeansResult result = Estimate(series, size);
            BatchMeansResult moved = Estimate([.. turned.Select(value => 7 + (2 * value))], size);
            return Bits.Close([moved.Mean, moved.HalfWidth], [7 + (2 * result.Mean), 2 * result.HalfWidth], relative: 1e-9);
        });

    [Fact]
    public void Batches_that_follow_each_other_slowly_are_noted()
    {
        BatchMeansResult result = Estimate([.. Enumerable.Range(0, 60).Select(t => Math.Sin(t / 10.0))], 2);

        result.BatchCorrelation.ShouldBeGreaterThan(0.8);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("correlated-batches");
    }

    [Fact]
    public void A_constant_series_has_an_interval_of_no_width()
    {
        BatchMeansResult result = Estimate([.. Enumerable.Repeat(0.1, 12)], 3);

        result.StandardError.ShouldBe(0);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variation");
    }

    [Fact]
    public void Wrong_calls_are_refused_with_value_and_range()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3, 4, 5], 3)).Message.ShouldContain("[1, 2] with 5 values; it was 3");
        Should.Throw<ArgumentException>(() => Estimate([1], 1)).Message.ShouldContain("at least 2");
        Should.Throw<ArgumentException>(() => Estimate([1, double.PositiveInfinity], 1)).Message.ShouldContain("value 2 was Infinity");
        Should.Throw<ArgumentOutOfRangeException>(() => new BatchMeansOptions { BatchSize = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new BatchMeansOptions { BatchSize = 1, Level = 1 });
    }

    private static BatchMeansResult Estimate(double[] series, int size) => BatchMeans.Estimate(
        new OutputSeries(series), new BatchMeansOptions { BatchSize = size }, cancellationToken: TestContext.Current.CancellationToken);
}
