using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class PairDistanceBinsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1024)]
    [InlineData(1100)]
    public void Counts_are_those_of_the_scalar_twin(int count)
    {
        RandomStream stream = new(5, RandomPurpose.Example, count);
        float[] x = [.. Enumerable.Range(0, count).Select(i => i % 7 == 0 ? 3f : (float)(100 * stream.NextDouble()))];
        float[] y = [.. Enumerable.Range(0, count).Select(i => i % 7 == 0 ? 4f : (float)(100 * stream.NextDouble()))];
        PairDistanceBins bins = new(60, 1.5);
        long[] totals = new long[62];

        bins.Add(3, 4, x, y);
        bins.Add(3, 4, x, y);
        bins.MoveTo(totals);
        bins.MoveTo(totals); // empty by now

        long[] twin = new long[62];
        for (int i = 0; i < count; i++)
        {
            float dx = x[i] - 3;
            float dy = y[i] - 4;
            twin[(int)Math.Min(MathF.Ceiling(MathF.Sqrt((dx * dx) + (dy * dy)) * (float)(1 / 1.5)), 61)] += 2;
        }

        totals.ShouldBe(twin);
    }

    [Fact]
    public void Bins_hold_their_upper_limit_and_coincident_points_a_bin_of_their_own()
    {
        PairDistanceBins bins = new(2, 2);
        long[] totals = new long[4];

        bins.Add(0, 0, [0, 1, 2, 2.5f, 4, 4.5f, 1e9f], new float[7]);
        bins.MoveTo(totals);

        totals.ShouldBe([1, 2, 2, 2]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => new PairDistanceBins(0, 1));
        Should.Throw<ArgumentException>(() => new PairDistanceBins(1, 0));
        Should.Throw<ArgumentException>(() => new PairDistanceBins(1, double.NaN));
        Should.Throw<ArgumentException>(() => new PairDistanceBins(1, 1).Add(0, 0, [1], []));
        Should.Throw<ArgumentException>(() => new PairDistanceBins(1, 1).MoveTo(new long[2]));
    }
}
