using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class ObservationWindowTests
{
    private static readonly Gen<(double X, double Y)> Place = Gen.Select(Gen.Double[0, 6], Gen.Double[0, 6]);

    [Fact]
    public void An_L_has_the_area_and_border_of_an_L_and_not_of_its_box()
    {
        SampleWindows.Ell.Area.ShouldBe(3);
        SampleWindows.Ell.Perimeter.ShouldBe(8);
        SampleWindows.Ell.IsRectangle.ShouldBeFalse();
        SampleWindows.Ell.Contains(1.5, 0.5).ShouldBeTrue();
        SampleWindows.Ell.Contains(1.5, 1.5).ShouldBeFalse();
        SampleWindows.Ell.Contains(1.5, 1).ShouldBeTrue(); // on the border
        SampleWindows.Ell.Contains(2, 0).ShouldBeTrue(); // on a vertex
        SampleWindows.Ell.DistanceToBorder(0.75, 0.75).ShouldBe(Math.Sqrt(0.125), tolerance: 1e-15);
        SampleWindows.Ell.DistanceToBorder(1.5, 1.5).ShouldBe(0.5);
    }

    [Fact]
    public void A_hole_takes_area_off_and_adds_border()
    {
        SampleWindows.Ring.Area.ShouldBe(32);
        SampleWindows.Ring.Perimeter.ShouldBe(32);
        SampleWindows.Ring.Contains(3, 3).ShouldBeFalse();
        SampleWindows.Ring.Contains(2, 3).ShouldBeTrue();
        SampleWindows.Ring.DistanceToBorder(1.5, 3).ShouldBe(0.5);
    }

    [Fact]
    public void A_rectangle_is_known_whatever_vertex_comes_first_or_twice()
    {
        ObservationWindow closed = ObservationWindow.Of([new WindowRing([2, 2, 0, 0, 2], [0, 1, 1, 0, 0])]);

        closed.IsRectangle.ShouldBeTrue();
        closed.Area.ShouldBe(2);
        closed.Perimeter.ShouldBe(6);
        closed.Rings[0].X.Length.ShouldBe(4);
        SampleWindows.SquareAsPolygon.IsRectangle.ShouldBeFalse();
        ObservationWindow.Of([new WindowRing([0, 1, 0, -1], [-1, 0, 1, 0])]).IsRectangle.ShouldBeFalse();
    }

    [Theory]
    [InlineData(3, 3, 2, 1)]
    [InlineData(0, 0, 2, 0.25)]
    [InlineData(0, 3, 2, 0.5)]
    [InlineData(6, 6, 0, 1)]
    [InlineData(3, 3, 5, 0)] // beyond every corner
    [InlineData(1, 3, 2, 2 / 3.0)] // the side at half the radius cuts a third off
    [InlineData(1, 1, 2, 5 / 12.0)] // two arcs of a third that overlap in a twelfth
    [InlineData(-1, 3, 2, 1 / 3.0)] // a centre outside
    public void The_share_of_a_circle_in_a_square_is_that_computed_by_hand(double x, double y, double radius, double share)
    {
        SampleWindows.Square.ShareOfCircle(x, y, radius).ShouldBe(share, tolerance: 1e-14);
        SampleWindows.SquareAsPolygon.ShareOfCircle(x, y, radius).ShouldBe(share, tolerance: 1e-14);
    }

    [Fact]
    public void A_circle_through_vertices_and_along_a_hole_counts_each_once()
    {
        SampleWindows.Ring.ShareOfCircle(3, 1, Math.Sqrt(2)).ShouldBe(0.5, tolerance: 1e-7); // through two corners of the hole: a quarter lies in it, a quarter below the window
        SampleWindows.Ring.ShareOfCircle(3, 3, 1).ShouldBe(0); // within the hole
        SampleWindows.Ring.ShareOfCircle(3, 3, 2).ShouldBe(1); // round the hole
        SampleWindows.Ring.ShareOfCircle(3, 3, 1.2).ShouldBe(8 * Math.Acos(1 / 1.2) / (2 * Math.PI), tolerance: 1e-14); // what the hole's sides let out
        SampleWindows.Ell.ShareOfCircle(1, 1, 0.5).ShouldBe(0.75, tolerance: 1e-15);
    }

    [Fact]
    public void The_share_of_a_circle_is_the_share_of_its_points() => Gen.Select(Place, Gen.Double[0.01, 7]).Sample(
        (place, radius) =>
        {
            int inside = Enumerable.Range(0, 2000).Count(k => SampleWindows.Ring.Contains(
                place.X + (radius * Math.Cos(k * Math.PI / 1000)), place.Y + (radius * Math.Sin(k * Math.PI / 1000))));
            return Math.Abs(SampleWindows.Ring.ShareOfCircle(place.X, place.Y, radius) - (inside / 2000.0)) < 0.006;
        }, iter: 40);

    [Theory]
    [InlineData(0, 0, 3)]
    [InlineData(1, 0, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(0, -1, 1)]
    [InlineData(0.5, 0.5, 1.25)]
    [InlineData(0.5, -0.5, 1.5)]
    [InlineData(1, 1, 0)]
    [InlineData(1, -1, 1)]
    [InlineData(2, 0, 0)]
    public void An_L_shares_with_itself_moved_the_area_computed_by_hand(double dx, double dy, double area) =>
        SampleWindows.Ell.OverlapWhenMoved(dx, dy).ShouldBe(area, tolerance: 1e-14);

    [Fact]
    public void A_turned_square_shares_a_rectangle_with_itself_moved()
    {
        ObservationWindow diamond = ObservationWindow.Of([new WindowRing([0, 1, 0, -1], [-1, 0, 1, 0])]);

        diamond.OverlapWhenMoved(0.5, 0.5).ShouldBe(Math.Sqrt(2) * (Math.Sqrt(2) - Math.Sqrt(0.5)), tolerance: 1e-14);
        diamond.OverlapWhenMoved(1, 0).ShouldBe(0.5, tolerance: 1e-14);
        diamond.OverlapWhenMoved(0, -1).ShouldBe(0.5, tolerance: 1e-14);
    }

    [Fact]
    public void A_rectangle_and_the_same_drawn_with_a_vertex_more_agree() => Gen.Select(Place, Gen.Double[0.01, 9]).Sample((place, radius) =>
        Math.Abs(SampleWindows.Square.OverlapWhenMoved(place.X, -place.Y) - SampleWindows.SquareAsPolygon.OverlapWhenMoved(place.X, -place.Y)) < 1e-12
        && Math.Abs(SampleWindows.Square.DistanceToBorder(place.X, place.Y) - SampleWindows.SquareAsPolygon.DistanceToBorder(place.X, place.Y)) < 1e-14
        && Math.Abs(SampleWindows.Square.ShareOfCircle(place.X, place.Y, radius) - SampleWindows.SquareAsPolygon.ShareOfCircle(place.X, place.Y, radius)) < 1e-9);

    [Fact]
    public void The_shared_area_does_not_depend_on_the_sign_of_the_vector() => Place.Sample(way =>
        Math.Abs(SampleWindows.Ring.OverlapWhenMoved(way.X, way.Y) - SampleWindows.Ring.OverlapWhenMoved(-way.X, -way.Y)) < 1e-12);

    [Fact]
    public void A_ring_moved_by_its_band_loses_what_is_computed_by_hand()
    {
        // Moved east by 2, the squares share 4 × 6; the hole at [2, 4] and the moved one at [4, 6] take 2 × 2 off each.
        SampleWindows.Ring.OverlapWhenMoved(2, 0).ShouldBe(24 - 8, tolerance: 1e-13);
    }

    [Theory]
    [InlineData("empty", new double[] { }, new double[] { })]
    [InlineData("two vertices", new double[] { 0, 1 }, new double[] { 0, 1 })]
    [InlineData("on a line", new double[] { 0, 1, 2 }, new double[] { 0, 1, 2 })]
    [InlineData("crosses itself", new double[] { 0, 1, 0, 1 }, new double[] { 0, 1, 1, 0 })]
    [InlineData("not finite", new double[] { 0, 1, double.NaN }, new double[] { 0, 0, 1 })]
    [InlineData("lengths", new double[] { 0, 1, 1 }, new double[] { 0, 0 })]
    public void A_ring_that_bounds_nothing_is_refused(string why, double[] x, double[] y) =>
        Should.Throw<ArgumentException>(() => ObservationWindow.Of([new WindowRing(x, y)]), why);

    [Fact]
    public void A_ring_the_wrong_way_round_is_refused_with_what_is_expected()
    {
        Should.Throw<ArgumentException>(() => ObservationWindow.Of([new WindowRing([0, 0, 1, 1], [0, 1, 1, 0])]))
            .Message.ShouldContain("outer ring anticlockwise");
        Should.Throw<ArgumentException>(() => ObservationWindow.Of([SampleWindows.Square.Rings[0], new WindowRing([2, 4, 4, 2], [2, 2, 4, 4])]))
            .Message.ShouldContain("hole clockwise; ring 2");
    }

    [Fact]
    public void Rings_that_cross_or_none_are_refused()
    {
        Should.Throw<ArgumentException>(() => ObservationWindow.Of([]));
        Should.Throw<ArgumentException>(() => ObservationWindow.Of([SampleWindows.Square.Rings[0], new WindowRing([5, 8, 8, 5], [1, 1, 2, 2])]));
        Should.Throw<ArgumentException>(() => ObservationWindow.Rectangle(0, 0, 0, 1));
        Should.Throw<ArgumentException>(() => ObservationWindow.Rectangle(0, 1, double.NaN, 1));
        Should.Throw<ArgumentException>(() => SampleWindows.Square.ShareOfCircle(1, 1, -1));
    }

    [Fact]
    public void Two_islands_one_with_a_lake_that_holds_an_island_are_one_window()
    {
        ObservationWindow islands = ObservationWindow.Of(
        [
            new WindowRing([2.5, 3.5, 3.5, 2.5], [2.5, 2.5, 3.5, 3.5]),
            .. SampleWindows.Ring.Rings,
            new WindowRing([10, 11, 11, 10], [0, 0, 1, 1]),
        ]);

        islands.Area.ShouldBe(32 + 1 + 1);
        islands.Contains(3, 3).ShouldBeTrue();
        islands.Contains(2.2, 3).ShouldBeFalse();
        islands.Contains(10.5, 0.5).ShouldBeTrue();
        islands.ShareOfCircle(3, 3, 0.6).ShouldBe(1 - (8 * Math.Acos(0.5 / 0.6) / (2 * Math.PI)), tolerance: 1e-14);
    }

    [Fact]
    public void Points_outside_are_named_all_at_once_up_to_ten()
    {
        PointPattern two = new() { X = [1, 7, 1, -3], Y = [1, 1, 2, 1] };
        string message = Should.Throw<ArgumentException>(() => K(two)).Message;
        message.ShouldContain("2 lie outside: 2 (7, 1), 4 (-3, 1)");

        PointPattern many = new() { X = [.. Enumerable.Repeat(9.5, 12)], Y = new double[12] };
        Should.Throw<ArgumentException>(() => K(many)).Message.ShouldContain("10 (9.5, 0) and 2 more");

        RipleyKResult K(PointPattern points) => RipleyK.Estimate(
            new WindowedPattern(points, SampleWindows.Square), new() { Distances = [1] }, cancellationToken: TestContext.Current.CancellationToken);
    }
}
