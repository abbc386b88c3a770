using System.Globalization;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class ContiguityWeightsTests
{
    [Fact]
    public void A_chessboard_of_nine_has_the_neighbours_of_queen_and_rook()
    {
        RegionShapes board = Board(3);

        Neighbours(Run.ContiguityWeights(board))[4].ShouldBe("0 1 2 3 5 6 7 8");
        Neighbours(Run.ContiguityWeights(board, new() { Criterion = ContiguityCriterion.Rook }))[4].ShouldBe("1 3 5 7");
        Neighbours(Run.ContiguityWeights(board))[0].ShouldBe("1 3 4");
        Run.ContiguityWeights(board).Weights.Links.ShouldBe(40);
        Run.ContiguityWeights(board, new() { Criterion = ContiguityCriterion.Rook }).Weights.Links.ShouldBe(24);
    }

    [Fact]
    public void The_second_order_leaves_out_the_first_and_the_region_itself()
    {
        WeightsResult second = Run.ContiguityWeights(Board(3), new() { Criterion = ContiguityCriterion.Rook, Order = 2 });

        Neighbours(second)[0].ShouldBe("2 4 6");
        Neighbours(second)[4].ShouldBe("0 2 6 8");
        second.Weights.WeightsOf(4).ToArray().ShouldAllBe(weight => weight == 1);
    }

    [Fact]
    public void Vertices_within_the_snap_are_the_same_on_either_side_of_a_cell_border()
    {
        for (int step = 0; step < 40; step++)
        {
            double shift = step * 0.011; // through the cells of the hash, which are 0.04 wide
            RegionShapes apart = new(["a", "b"], [Square(shift, 0), Square(shift + 1.009, 0.004)]);
            Run.ContiguityWeights(apart, new() { Snap = 0.01 }).Weights.Links.ShouldBe(2);
            Run.ContiguityWeights(apart, new() { Snap = 0.01, Criterion = ContiguityCriterion.Rook }).Weights.Links.ShouldBe(2);
            Run.ContiguityWeights(apart, new() { Snap = 0.009 }).Weights.Links.ShouldBe(0);
        }
    }

    [Fact]
    public void Without_snap_only_the_same_coordinates_touch_and_minus_zero_is_zero()
    {
        RegionShapes touching = new(["a", "b"], ["POLYGON ((0 0, 1 0, 1 1, 0 0))", "POLYGON ((-0.0 0, -1 0, -1 -1, -0.0 0))"]);

        Run.ContiguityWeights(touching, new() { Snap = 0 }).Weights.Links.ShouldBe(2);
        Run.ContiguityWeights(new(["a", "b"], [Square(0, 0), Square(1 + 1e-12, 0)]), new() { Snap = 0 }).Weights.Links.ShouldBe(0);
    }

    [Fact]
    public void A_region_of_two_parts_with_a_hole_touches_through_each_of_them()
    {
        RegionShapes regions = new(["ring", "core", "far"],
        [
            "MULTIPOLYGON (((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1)), ((9 9, 10 9, 10 10, 9 9)))",
            Square(1, 1),
            "POLYGON ((10 10, 11 10, 11 11, 10 10))",
        ]);

        Neighbours(Run.ContiguityWeights(regions)).ShouldBe(["1 2", "0", "0"]);
        Neighbours(Run.ContiguityWeights(regions, new() { Criterion = ContiguityCriterion.Rook })).ShouldBe(["1", "0", ""]);
    }

    [Fact]
    public void An_island_stays_and_is_named_and_the_order_of_regions_does_not_matter()
    {
        RegionShapes regions = new(["x", "y", "z"], [Square(0, 0), Square(5, 5), Square(1, 0)]);
        WeightsResult result = Run.ContiguityWeights(regions);

        Neighbours(result).ShouldBe(["2", "", "0"]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldEndWith(": y.");
        result.Weights.Components().ShouldBe(2);
        Neighbours(Run.ContiguityWeights(new(["z", "y", "x"], [Square(1, 0), Square(5, 5), Square(0, 0)]))).ShouldBe(["2", "", "0"]);
    }

    [Fact]
    public void Shapes_that_are_no_polygons_and_ids_that_come_twice_are_refused_with_the_region()
    {
        Refused(["a"], ["POINT (1 2)"]).ShouldContain("that of a was Point");
        Refused(["a"], ["POLYGON EMPTY"]).ShouldContain("that of a was empty");
        Refused(["a", "b"], [Square(0, 0), "POLYGON ((0 0, 1 1"]).ShouldContain("that of b was not");
        Refused(["a"], ["POLYGON ((0 0, 1 1, 2 0))"]).ShouldContain("that of a was not");
        Refused(["a", "a"], [Square(0, 0), Square(1, 0)]).ShouldContain("a came again");
        Refused(["a", "b"], [Square(0, 0)]).ShouldContain("2 values");
        Should.Throw<ArgumentException>(() => new ContiguityWeightsOptions { Order = 3 }).Message.ShouldContain("Order");
        Should.Throw<ArgumentException>(() => new ContiguityWeightsOptions { Snap = -1 }).Message.ShouldContain("Snap");

        static string Refused(string[] ids, string[] shapes) => Should.Throw<ArgumentException>(() => Run.ContiguityWeights(new(ids, shapes))).Message;
    }

    private static RegionShapes Board(int side) => new(
        [.. Enumerable.Range(0, side * side).Select(cell => cell.ToString(CultureInfo.InvariantCulture))],
        [.. Enumerable.Range(0, side * side).Select(cell => Square(cell % side, cell / side))]);

    private static string Square(double x, double y) => FormattableString.Invariant(
        $"POLYGON (({x} {y}, {x + 1} {y}, {x + 1} {y + 1}, {x} {y + 1}, {x} {y}))");

    private static string[] Neighbours(WeightsResult result) =>
        [.. Enumerable.Range(0, result.Weights.Count).Select(unit => string.Join(' ', result.Weights.NeighboursOf(unit).ToArray()))];
}
