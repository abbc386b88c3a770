using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class NearestNeighbourTests
{
    [Fact]
    public void Workshops_on_a_street_have_the_neighbours_found_by_hand()
    {
        PointPattern street = new() { X = [0, 1, 3, 3, 7], Y = [0, 0, 0, 0, 0] };

        NearestNeighbourResult first = Estimate(street, 1);
        first.Distances.ShouldBe([1, 1, 0, 0, 4]);
        first.Neighbours.ShouldBe([2, 1, 4, 3, 3]);
        first.Mean.ShouldBe(1.2);
        NearestNeighbourResult second = Estimate(street, 2);
        second.Distances.ShouldBe([3, 2, 2, 2, 4]);
        second.Neighbours.ShouldBe([3, 3, 2, 2, 4]);
        NearestNeighbour.Estimate(
            street with { Types = ["a", "b", "a", "b", "a"] }, new() { Reference = "a" }, cancellationToken: TestContext.Current.CancellationToken)
            .Neighbours.ShouldBe([2, 1, 2]); // rows among the selected
    }

    [Fact]
    public void Every_order_agrees_with_sorting_all_others() => Gen.Select(Patterns.OnGrid, Gen.Int[1, 6]).Sample((points, k) =>
    {
        NearestNeighbourResult result = Estimate(points, k);
        for (int i = 0; i < points.Count; i++)
        {
            (double Distance, int Row)[] others =
            [
                .. Enumerable.Range(0, points.Count).Where(j => j != i)
                    .Select(j => (Math.Sqrt(Square(points.X[j] - points.X[i]) + Square(points.Y[j] - points.Y[i])), j + 1)).Order(),
            ];
            bool same = k > others.Length
                ? double.IsNaN(result.Distances[i]) && double.IsNaN(result.Neighbours[i])
                : result.Distances[i] == others[k - 1].Distance && result.Neighbours[i] == others[k - 1].Row;
            if (!same)
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void A_hundred_thousand_points_on_one_spot_are_neighbours_at_distance_zero()
    {
        PointPattern spot = new() { X = new double[100_000], Y = new double[100_000] };

        NearestNeighbourResult result = Estimate(spot, 3);

        result.Mean.ShouldBe(0);
        result.Neighbours[0].ShouldBe(4);
        result.Neighbours[99_999].ShouldBe(3);
    }

    [Fact]
    public void Too_few_points_have_no_neighbour_of_the_order()
    {
        NearestNeighbourResult one = Estimate(new PointPattern { X = [1], Y = [2] }, 1);
        one.Distances.ShouldBe([double.NaN]);
        one.Neighbours.ShouldBe([double.NaN]);
        one.Mean.ShouldBe(double.NaN);
        one.Notes.ShouldContain(note => note.Code == "too-few-points");
        Estimate(new PointPattern { X = [1, 2], Y = [2, 2] }, 1).Notes.ShouldBeEmpty();
        Estimate(new PointPattern { X = [], Y = [] }, 1).Distances.ShouldBeEmpty();
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Patterns.Workshops, 0));
        Should.Throw<ArgumentException>(() => Estimate(Patterns.Workshops with { X = [1] }, 1));
        Should.Throw<ArgumentException>(() => Estimate(new PointPattern { X = [double.NaN, 1], Y = [1, 1] }, 1));
        Should.Throw<ArgumentException>(() => Estimate(null!, 1));
        Should.Throw<ArgumentException>(() => NearestNeighbour.Estimate(
            Patterns.Workshops, new() { Reference = "nobody" }, cancellationToken: TestContext.Current.CancellationToken));
    }

    private static double Square(double value) => value * value;

    private static NearestNeighbourResult Estimate(PointPattern points, int k) =>
        NearestNeighbour.Estimate(points, new() { K = k }, cancellationToken: TestContext.Current.CancellationToken);
}
