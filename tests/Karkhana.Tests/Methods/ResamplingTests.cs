using Karkhana.Methods;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods;

public sealed class ResamplingTests
{
    [Fact]
    public void Samples_without_a_value_are_left_out_and_counted()
    {
        PercentileInterval interval = PercentileInterval.Of([5, double.NaN, 1, 3, double.PositiveInfinity, 2, 4], 0.5);

        interval.ShouldBe(new PercentileInterval(2, 4, 5));
        double.IsNaN(PercentileInterval.Of([], 0.95).Low).ShouldBeTrue();
    }

    [Fact]
    public void Every_sample_has_as_many_observations_as_the_data_whatever_the_workers()
    {
        double[] Of(int workers) => new ResampledStatistic(
            "test", (100, 7), [3, 0, 2], 3, counts => [.. counts.Select(count => (double)count)])
            .Draw(new() { Workers = workers }, TestContext.Current.CancellationToken).Values;

        double[] one = Of(1);
        one.Chunk(3).ShouldAllBe(row => row.Sum() == 5 && row[1] == 0);
        one.Chunk(3).Select(row => row[0]).Distinct().Count().ShouldBeGreaterThan(2);
        Of(4).ShouldBe(one);
    }
}
