using CsCheck;
using Karkhana.Core.Kernels;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class PointIndexTests
{
    // Coarse grids put many points on one spot and make equal distances the rule.
    private static readonly Gen<(double X, double Y)[]> Points = Gen.OneOf(
        Gen.Select(Grid(2), Grid(2)).Array[1, 120],
        Gen.Select(Grid(6), Grid(6)).Array[1, 120],
        Gen.Select(Grid(1), Grid(50)).Array[1, 120],
        Gen.Select(Gen.Double[-10, 10], Gen.Double[-10, 10]).Array[1, 120]);

    private static readonly Gen<(double X, double Y)> Places = Gen.Select(Grid(7), Grid(7));

    [Fact]
    public void The_nearest_are_those_of_brute_force_with_ties_by_position() =>
        Gen.Select(Points, Places, Gen.Int[1, 12], Gen.Int[-1, 20]).Sample((points, place, k, except) =>
        {
            (int[] positions, double[] squared) = (new int[k], new double[k]);
            int found = IndexOf(points).Nearest(place.X, place.Y, positions, squared, except);
            (int Position, double Squared)[] expected = [.. Brute(points, place)
                .Where(point => point.Position != except).OrderBy(point => point.Squared).ThenBy(point => point.Position).Take(k)];
            return found == expected.Length
                && positions[..found].SequenceEqual(expected.Select(point => point.Position))
                && Bits.Same(squared[..found], [.. expected.Select(point => point.Squared)]);
        });

    [Fact]
    public void All_within_a_radius_are_those_of_brute_force_the_rim_included() =>
        Gen.Select(Points, Places, Gen.Int[0, 12]).Sample((points, place, radius) =>
        {
            List<(int Position, double SquaredDistance)> found = [(99, 99)];
            IndexOf(points).Within(place.X, place.Y, radius, found);
            return found.Order().SequenceEqual(Brute(points, place).Where(point => point.Squared <= radius * radius));
        });

    [Fact]
    public void A_point_is_left_out_of_its_own_neighbours() => Points.Where(points => points.Length > 1).Sample(points =>
    {
        (int[] positions, double[] squared) = (new int[points.Length], new double[points.Length]);
        int found = IndexOf(points).Nearest(points[0].X, points[0].Y, positions, squared, except: 0);
        return found == points.Length - 1 && !positions.AsSpan(0, found).Contains(0);
    });

    [Fact]
    public void Many_points_on_one_spot_are_all_found_in_the_order_they_came()
    {
        (double X, double Y)[] points = [.. Enumerable.Repeat((3.0, 4.0), 5000)];
        (int[] positions, double[] squared) = (new int[10], new double[10]);

        IndexOf(points).Nearest(0, 0, positions, squared).ShouldBe(10);

        positions.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        squared.ShouldAllBe(distance => distance == 25);
        List<(int, double)> found = [];
        IndexOf(points).Within(0, 0, 5, found);
        found.Count.ShouldBe(5000);
        IndexOf(points).Within(0, 0, 4.999, found);
        found.ShouldBeEmpty();
    }

    [Fact]
    public void The_input_is_not_reordered()
    {
        double[] x = [.. Enumerable.Range(0, 100).Select(i => (double)((i * 37) % 100))];
        double[] before = [.. x];

        PointIndex.Of(x, x).Count.ShouldBe(100);

        x.ShouldBe(before);
    }

    [Fact]
    public void Nothing_is_asked_and_nothing_given() => IndexOf([(1, 1)]).Nearest(0, 0, [], []).ShouldBe(0);

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => PointIndex.Of([1, 2], [1]));
        Should.Throw<ArgumentException>(() => PointIndex.Of([1, double.NaN], [1, 2]));
        Should.Throw<ArgumentException>(() => PointIndex.Of([1, 2], [1, double.PositiveInfinity]));
        Should.Throw<ArgumentException>(() => IndexOf([(1, 1)]).Nearest(0, 0, new int[2], new double[1]));
    }

    private static Gen<double> Grid(int most) => Gen.Int[0, most].Select(value => (double)value);

    private static PointIndex IndexOf((double X, double Y)[] points) =>
        PointIndex.Of([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]);

    private static IEnumerable<(int Position, double Squared)> Brute((double X, double Y)[] points, (double X, double Y) place) =>
        points.Select((point, position) => (position, ((point.X - place.X) * (point.X - place.X)) + ((point.Y - place.Y) * (point.Y - place.Y))));
}
