using CsCheck;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class PointBlocksTests
{
    private static readonly double[] Radii = [3, 0, 0.5, 20, 1, 2.5];

    private static readonly Gen<(double X, double Y, double Weight)[]> Points =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[0, 5]).Array[1, 100]
            .Select(points => points.Select(point => (point.Item1 * 0.5, point.Item2 * 0.5, (double)point.Item3)).ToArray());

    [Fact]
    public void Counts_are_those_of_looking_at_every_point() => Points.Sample(points =>
    {
        SquaredRadii radii = new(Radii);
        PointBlocks blocks = Blocks(points, weighted: false, hidden: false);
        return Enumerable.Range(0, points.Length).All(i =>
            Bits.Same(Gather(blocks, radii, points[i], i), Twin(points, i, _ => 1))
            && Bits.Same(Gather(blocks, radii, points[i], -1), Twin(points, i, _ => 1, withSelf: true)));
    }, iter: 30);

    [Fact]
    public void Whole_weights_are_those_of_looking_at_every_point() => Points.Sample(points =>
    {
        SquaredRadii radii = new(Radii);
        PointBlocks blocks = Blocks(points, weighted: true, hidden: false);
        return Enumerable.Range(0, points.Length).All(i =>
            Bits.Same(Gather(blocks, radii, points[i], i), Twin(points, i, j => points[j].Weight)));
    }, iter: 30);

    [Fact]
    public void Hidden_points_do_not_count_until_they_are_shown() => Points.Sample(points =>
    {
        SquaredRadii radii = new(Radii);
        PointBlocks blocks = Blocks(points, weighted: false, hidden: true);
        for (int shown = 0; shown < points.Length; shown += 3)
        {
            blocks.Show(shown);
        }

        return Enumerable.Range(0, points.Length).All(i =>
            Bits.Same(Gather(blocks, radii, points[i], i), Twin(points, i, j => j % 3 == 0 ? 1 : 0)));
    }, iter: 30);

    [Fact]
    public void The_order_that_neighbours_are_near_in_changes_no_count()
    {
        RandomStream stream = new(3, RandomPurpose.Example, 0);
        double[] x = [.. Enumerable.Range(0, 3000).Select(_ => stream.NextGaussian())];
        double[] y = [.. Enumerable.Range(0, 3000).Select(_ => stream.NextGaussian())];
        int[] order = HilbertOrder.Of(x, y);
        SquaredRadii radii = new([0.01, 0.1, 0.3, 1, 2]);
        PointBlocks asTheyCame = PointBlocks.Of(x, y);
        PointBlocks ordered = PointBlocks.Of(Array.ConvertAll(order, i => x[i]), Array.ConvertAll(order, i => y[i]));
        for (int place = 0; place < order.Length; place += 37)
        {
            int i = order[place];
            Bits.Same(
                Gather(asTheyCame, radii, (x[i], y[i], 1), i), Gather(ordered, radii, (x[i], y[i], 1), place)).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_small_neighbour_of_a_giant_is_not_lost_in_rounding()
    {
        PointBlocks blocks = PointBlocks.Of([0, 0.5], [0, 0], [1e17, 1]);
        double[] sums = new double[1];

        blocks.Gather(0, 0, 0, new SquaredRadii([1]), sums);

        sums[0].ShouldBe(1);
    }

    [Fact]
    public void A_hundred_thousand_points_on_one_spot_cost_no_more_than_one()
    {
        PointBlocks blocks = PointBlocks.Of(new double[100_000], new double[100_000]);
        double[] sums = new double[2];
        SquaredRadii radii = new([0, 1]);

        for (int i = 0; i < 2_000; i++)
        {
            blocks.Gather(0, 0, i, radii, sums);
        }

        sums.ShouldBe([2_000 * 99_999.0, 0]);
    }

    [Fact]
    public void Nothing_gives_nothing_and_bad_input_is_refused()
    {
        double[] sums = new double[1];
        PointBlocks.Of([], []).Gather(0, 0, -1, new SquaredRadii([1]), sums);
        sums[0].ShouldBe(0);
        Should.Throw<ArgumentException>(() => PointBlocks.Of([1], []));
        Should.Throw<ArgumentException>(() => PointBlocks.Of([1], [1], [1, 2]));
        Should.Throw<ArgumentException>(() => PointBlocks.Of([1], [1]).Gather(0, 0, -1, new SquaredRadii([1, 2]), new double[1]));
        Should.Throw<ArgumentException>(() => new SquaredRadii([]));
        Should.Throw<ArgumentException>(() => new SquaredRadii([-1]));
        Should.Throw<ArgumentException>(() => new SquaredRadii([double.NaN]));
        Should.Throw<ArgumentException>(() => HilbertOrder.Of([1], []));
    }

    [Fact]
    public void Limits_of_squared_distances_answer_as_roots_do() => Gen.Double[0, 1e6].Sample(radius =>
    {
        double limit = new SquaredRadii([radius]).Limits[0];
        return Math.Sqrt(limit) <= radius && Math.Sqrt(Math.BitIncrement(limit)) > radius;
    });

    [Fact]
    public void Steps_of_the_order_go_from_cell_to_neighbouring_cell()
    {
        double[] x = [.. Enumerable.Range(0, 256).Select(i => (double)(i % 16))];
        double[] y = [.. Enumerable.Range(0, 256).Select(i => (double)(i / 16))];

        int[] order = HilbertOrder.Of(x, y);

        order.Order().ShouldBe(Enumerable.Range(0, 256));
        order.Zip(order.Skip(1)).ShouldAllBe(
            step => Math.Abs(x[step.First] - x[step.Second]) + Math.Abs(y[step.First] - y[step.Second]) == 1);
    }

    private static PointBlocks Blocks((double X, double Y, double Weight)[] points, bool weighted, bool hidden) => PointBlocks.Of(
        Array.ConvertAll(points, point => point.X), Array.ConvertAll(points, point => point.Y),
        weighted ? Array.ConvertAll(points, point => point.Weight) : [], hidden);

    private static double[] Gather(PointBlocks blocks, SquaredRadii radii, (double X, double Y, double Weight) place, int except)
    {
        double[] sums = new double[radii.Count];
        blocks.Gather(place.X, place.Y, except, radii, sums);
        return sums;
    }

    private static double[] Twin((double X, double Y, double Weight)[] points, int i, Func<int, double> weight, bool withSelf = false)
    {
        double[] ascending = [.. Radii.Order()];
        double Within(double radius) => Enumerable.Range(0, points.Length).Where(j => withSelf || j != i).Where(j =>
            Math.Sqrt(Math.Pow(points[i].X - points[j].X, 2) + Math.Pow(points[i].Y - points[j].Y, 2)) <= radius).Sum(weight);
        return [.. ascending.Select((radius, k) => Within(radius) - (k == 0 ? 0 : Within(ascending[k - 1])))];
    }
}
