using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class PairKernelTests
{
    [Fact]
    public void Three_points_give_the_counts_computed_by_hand()
    {
        PlanePoints points = PlanePoints.Of([0, 1, 0], [0, 0, 2]); // distances 1, 2 and 2.236

        PairHistogram.OfPairs(points, 4, cancellationToken: Stop).ShouldBe([0, 1, 2, 0]);
        PairCounts.Within(points, points, [0.5, 1, 2, 3], cancellationToken: Stop).ShouldBe([0, 1, 2, 3]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(700)]
    public void Every_width_of_vectors_gives_the_counts_of_the_scalar_twin(int count)
    {
        (double[] x, double[] y) = Uniform(count, 0);
        PlanePoints points = PlanePoints.Of(x, y, unit: 3.7, precision: DistancePrecision.Fast);
        double[] limits = [0, 10, 25, 40.5, 60, 80, 100, 120, 130, 150, 170, 200];

        double[] counts = PairHistogram.OfPairs(points, 150, cancellationToken: Stop);
        double[] within = PairCounts.Within(points, points, limits, cancellationToken: Stop);

        (float[] sx, float[] sy) = Centred(x, y, 3.7);
        counts.ShouldBe(HistogramTwin(sx, sy, 150));
        within.ShouldBe(CountTwin(sx, sy, limits));
    }

    [Fact]
    public void The_fast_way_moves_few_pairs_to_the_next_bin_and_the_reference_way_none()
    {
        (double[] x, double[] y) = Uniform(900, 1);
        double[] shifted = [.. x.Select(value => value + 4e6)]; // a northing: without centring, 0.25 m would be lost

        double[] reference = PairHistogram.OfPairs(PlanePoints.Of(x, y, 2, precision: DistancePrecision.Reference), 800, cancellationToken: Stop);
        double[] fast = PairHistogram.OfPairs(PlanePoints.Of(shifted, y, 2, precision: DistancePrecision.Fast), 800, cancellationToken: Stop);

        double moved = reference.Zip(fast, (a, b) => Math.Abs(a - b)).Sum() / 2;
        moved.ShouldBeLessThan(900 * 899 / 2 * 1e-4);
        fast.Sum().ShouldBe(reference.Sum());
        reference.ShouldBe(DoubleTwin(x, y, 2, 800));
    }

    [Fact]
    public void Rows_in_any_split_and_on_any_number_of_workers_give_the_same_counts()
    {
        (double[] x, double[] y) = Uniform(1500, 2);
        PlanePoints points = PlanePoints.Of(x, y, 5);
        double[] one = PairHistogram.OfPairs(points, 300, new ExecutionOptions { Workers = 1 }, Stop);

        PairHistogram split = new(300);
        split.Add(points, points, 0, 13);
        split.Add(points, points, 13, 900);
        double[] moved = new double[300];
        split.MoveTo(moved);
        split.Add(points, points, 900, 1500);
        split.MoveTo(moved);

        moved.ShouldBe(one);
        PairHistogram.OfPairs(points, 300, new ExecutionOptions { Workers = 8 }, Stop).ShouldBe(one);
        PairCounts.Within(points, points, [50, 100], new ExecutionOptions { Workers = 8 }, Stop)
            .ShouldBe(PairCounts.Within(points, points, [50, 100], new ExecutionOptions { Workers = 1 }, Stop));
    }

    [Fact]
    public void Weighted_sums_have_the_same_bits_on_any_number_of_workers_and_count_when_all_weigh_one()
    {
        (double[] x, double[] y) = Uniform(800, 3);
        PlanePoints points = PlanePoints.Of(x, y, 4);
        double[] weights = [.. x.Select(value => 0.1 + (value / 700))];
        double[] ones = [.. x.Select(_ => 1.0)];

        double[] one = WeightedPairHistogram.Between((points, weights), (points, weights), 200, new ExecutionOptions { Workers = 1 }, Stop);
        double[] eight = WeightedPairHistogram.Between((points, weights), (points, weights), 200, new ExecutionOptions { Workers = 8 }, Stop);

        Bits.Same(one, eight).ShouldBeTrue();
        WeightedPairHistogram.Between((points, ones), (points, ones), 200, cancellationToken: Stop)
            .ShouldBe(PairHistogram.OfPairs(points, 200, cancellationToken: Stop));
    }

    [Fact]
    public void Pairs_of_two_sets_are_the_pairs_of_the_union_less_those_within_each_set() =>
        Gen.Select(Gen.Double[-50, 50].Array[1, 60], Gen.Double[-50, 50].Array[1, 60]).Sample(
            (left, right) =>
            {
                double[] both = [.. left, .. right];
                (double X, double Y) centre = (0, 0);
                PlanePoints first = PlanePoints.Of(left, left, 1, centre);
                PlanePoints second = PlanePoints.Of(right, right, 1, centre);
                PlanePoints union = PlanePoints.Of(both, both, 1, centre);
                double[] cross = PairHistogram.Between(first, second, 60);
                double[] expected = [.. PairHistogram.OfPairs(union, 60)
                    .Zip(PairHistogram.OfPairs(first, 60), (all, one) => all - one)
                    .Zip(PairHistogram.OfPairs(second, 60), (rest, other) => rest - other)];
                double[] limits = [0, 5, 17];
                return cross.SequenceEqual(expected)
                    && PairCounts.Within(first, second, limits).Zip(PairCounts.Within(second, first, limits)).All(pair => pair.First == pair.Second);
            },
            iter: 60);

    [Fact]
    public void Points_on_one_spot_lie_in_the_first_bin_and_within_a_distance_of_zero()
    {
        PlanePoints points = PlanePoints.Of([7, 7, 7, 9], [1, 1, 1, 1]);

        PairHistogram.OfPairs(points, 3, cancellationToken: Stop).ShouldBe([3, 0, 3]);
        PairCounts.Within(points, points, [0], cancellationToken: Stop).ShouldBe([3]);
    }

    [Fact]
    public void Points_that_reach_far_for_the_unit_are_computed_in_double_precision_unless_told_otherwise()
    {
        PlanePoints.Of([0, 1e6], [0, 0]).IsSingle.ShouldBeTrue();
        PlanePoints.Of([0, 1e7], [0, 0]).IsSingle.ShouldBeFalse();
        PlanePoints far = PlanePoints.Of([0, 1e7, 1e7], [0, 0, 0.3]);

        PairHistogram.OfPairs(far, 65_535, cancellationToken: Stop)[0].ShouldBe(1);
        PairCounts.Within(far, far, [0.25, 0.35], cancellationToken: Stop).ShouldBe([0, 1]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        PlanePoints points = PlanePoints.Of([0, 1], [0, 0]);

        Should.Throw<ArgumentException>(() => PlanePoints.Of([0, 1], [0]));
        Should.Throw<ArgumentException>(() => PlanePoints.Of([0, double.NaN], [0, 0]));
        Should.Throw<ArgumentException>(() => PlanePoints.Of([0, double.PositiveInfinity], [0, 0]));
        Should.Throw<ArgumentException>(() => PlanePoints.Of([0, 1], [0, 0], unit: 0));
        Should.Throw<ArgumentException>(() => PlanePoints.Of([0, 1e30], [0, 0]));
        Should.Throw<ArgumentException>(() => new PairHistogram(0));
        Should.Throw<ArgumentException>(() => new PairHistogram(65_536));
        Should.Throw<ArgumentException>(() => new PairHistogram(3).Add(points, points, 0, 3));
        Should.Throw<ArgumentException>(() => new PairHistogram(3).Add(points, points, 2, 1));
        Should.Throw<ArgumentException>(() => new PairHistogram(3).MoveTo(new double[2]));
        Should.Throw<ArgumentException>(() => PairCounts.Within(points, points, []));
        Should.Throw<ArgumentException>(() => PairCounts.Within(points, points, [-1]));
        Should.Throw<ArgumentException>(() => PairCounts.Within(points, points, [.. Enumerable.Repeat(1.0, 65)]));
        Should.Throw<ArgumentException>(() => WeightedPairHistogram.Between((points, [1]), (points, [1]), 3));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static (double[] X, double[] Y) Uniform(int count, int replicate)
    {
        RandomStream stream = new(23, RandomPurpose.Example, replicate);
        double[] x = [.. Enumerable.Range(0, count).Select(_ => 500 * stream.NextDouble())];
        return (x, [.. Enumerable.Range(0, count).Select(_ => 500 * stream.NextDouble())]);
    }

    private static (float[] X, float[] Y) Centred(double[] x, double[] y, double unit)
    {
        (double X, double Y) centre = PlanePoints.CentreOf(x, y);
        return ([.. x.Select(value => (float)((value - centre.X) / unit))], [.. y.Select(value => (float)((value - centre.Y) / unit))]);
    }

    private static double[] HistogramTwin(float[] x, float[] y, int bins)
    {
        double[] counts = new double[bins];
        foreach ((int i, int j) in Pairs(x.Length))
        {
            int bin = (int)MathF.Sqrt(SquaredTwin(x, y, i, j));
            if (bin < bins)
            {
                counts[bin]++;
            }
        }

        return counts;
    }

    private static double[] CountTwin(float[] x, float[] y, double[] limits) =>
        [.. limits.Select(limit => (double)Pairs(x.Length).Count(pair => SquaredTwin(x, y, pair.I, pair.J) <= (float)limit * (float)limit))];

    private static float SquaredTwin(float[] x, float[] y, int i, int j)
    {
        float dx = x[i] - x[j];
        float dy = y[i] - y[j];
        return (dx * dx) + (dy * dy);
    }

    private static double[] DoubleTwin(double[] x, double[] y, double unit, int bins)
    {
        (double X, double Y) centre = PlanePoints.CentreOf(x, y);
        double[] counts = new double[bins];
        foreach ((int i, int j) in Pairs(x.Length))
        {
            double dx = ((x[i] - centre.X) / unit) - ((x[j] - centre.X) / unit);
            double dy = ((y[i] - centre.Y) / unit) - ((y[j] - centre.Y) / unit);
            double distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (distance < bins)
            {
                counts[(int)distance]++;
            }
        }

        return counts;
    }

    private static IEnumerable<(int I, int J)> Pairs(int count)
    {
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                yield return (i, j);
            }
        }
    }
}
