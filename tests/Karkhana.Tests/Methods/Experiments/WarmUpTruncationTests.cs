using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class WarmUpTruncationTests
{
    [Fact]
    public void One_value_far_off_at_the_start_is_dropped()
    {
        // Without the 9: mean 1/3, squares 2/3·… over {0, 1, 0, 1, 0, 1}: 6·¼ = 1.5, over 36.
        WarmUpTruncationResult result = Estimate([9, 0, 1, 0, 1, 0, 1], 1);

        result.Truncation.ShouldBe(1);
        result.Statistic.ShouldBe(1.5 / 36, tolerance: 1e-15);
        result.Mean.ShouldBe(0.5, tolerance: 1e-15);
        result.Dropped.ShouldBe([0, 1, 2, 3]);
        result.Criterion[3].ShouldBe(1.0 / 16, tolerance: 1e-15);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_criterion_is_that_of_its_definition() =>
        Gen.Select(Gen.Int[1, 5], Gen.Double[-5, 5].Array[20, 60]).Sample((size, series) =>
        {
            double[] batches = [.. series.Take(series.Length / size * size).Chunk(size).Select(batch => batch.Average())];
            double[] plain = [.. Enumerable.Range(0, (batches.Length / 2) + 1).Select(dropped =>
            {
                double[] rest = batches[dropped..];
                return rest.Sum(z => (z - rest.Average()) * (z - rest.Average())) / rest.Length / rest.Length;
            })];
            WarmUpTruncationResult result = Estimate(series, size);
            return Bits.Close(result.Criterion, plain, relative: 1e-10)
                && result.Truncation % size == 0 && result.Statistic == result.Criterion.Min();
        });

    [Fact]
    public void The_truncation_does_not_depend_on_the_unit() => Gen.Int[-50, 50].Array[20, 60].Sample(series =>
    {
        // Whole numbers and powers of two, so that both are exact up to the same rounding.
        double[] plain = [.. series.Select(value => (double)value)];
        return Estimate(plain, 5).Truncation == Estimate([.. plain.Select(value => -4 * value)], 5).Truncation;
    });

    [Fact]
    public void A_run_that_still_climbs_is_too_short()
    {
        WarmUpTruncationResult result = Estimate([.. Enumerable.Range(0, 40).Select(t => (double)t)], 2);

        result.Truncation.ShouldBe(20);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("run-too-short");
    }

    [Fact]
    public void Nothing_is_dropped_from_a_constant_series() => Estimate([.. Enumerable.Repeat(0.1, 40)], 5).Truncation.ShouldBe(0);

    [Fact]
    public void Wrong_calls_are_refused_with_value_and_range()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3, 4, 5, 6, 7], 2)).Message.ShouldContain("[1, 1] with 7 values; it was 2");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], 1)).Message.ShouldContain("at least 4 values; it held 3");
        Should.Throw<ArgumentOutOfRangeException>(() => new WarmUpTruncationOptions { BatchSize = 0 });
    }

    private static WarmUpTruncationResult Estimate(double[] series, int size) => WarmUpTruncation.Estimate(
        new OutputSeries(series), new() { BatchSize = size }, cancellationToken: TestContext.Current.CancellationToken);
}
