using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class MFunctionTests
{
    private static readonly double[] Radii = [3, 0, 0.5, 20, 1, 2.5];

    private static readonly MFunctionOptions[] Kinds =
    [
        new() { Distances = Radii, Reference = "a" },
        new() { Distances = Radii, Reference = "a", Neighbour = "b" },
        new() { Distances = Radii, Reference = "a", Neighbour = "b", Control = MFunctionControl.Neighbour },
        new() { Distances = Radii, Reference = "a", Control = MFunctionControl.Neighbour },
    ];

    [Fact]
    public void Three_pump_makers_side_by_side_are_concentrated_as_computed_by_hand()
    {
        MFunctionResult result = Estimate(Patterns.Workshops, new() { Distances = [1, 0.45, 10], Reference = "pump" });

        result.Values[0].ShouldBe(((1 / 3.0) + (2 * 3 / 7.0)) / ((1 / 9.0) + (2 * 3 / 19.0)), tolerance: 1e-14);
        result.Values[0].ShouldBe(2.7886497, tolerance: 5e-8);
        result.Values[1].ShouldBe(7.4347826, tolerance: 5e-8);
        result.Values[2].ShouldBe(1);
        result.ReferenceCount.ShouldBe(3);
        result.Individual[0].ShouldBe(3, tolerance: 1e-14);
        result.Individual[1].ShouldBe(19 / 7.0, tolerance: 1e-14);
        result.Individual[4].ShouldBe(double.NaN); // the second has no neighbour within 0.45
    }

    [Fact]
    public void Whole_weights_give_the_bits_of_the_scalar_twin_for_every_kind() => Patterns.OnGrid.Sample(points => Kinds.All(options =>
    {
        MFunctionResult result = Estimate(points, options);
        (double[] curve, double[] individual) = MFunctionTwin.Estimate(points, options);
        return Bits.Same(result.Values, curve) && Bits.Same(result.Individual, individual);
    }));

    [Fact]
    public void Broken_weights_agree_with_the_scalar_twin_but_for_the_order_of_addition() => Patterns.OnGrid.Sample(points =>
    {
        PointPattern broken = points with { Weights = [.. points.Weights.Select(weight => weight / 7)] };
        return Kinds.All(options => Bits.Close(
            Estimate(broken, options).Values, MFunctionTwin.Estimate(broken, options).Curve, relative: 1e-12));
    });

    [Fact]
    public void M_is_one_when_the_radius_exceeds_the_area() => Patterns.OnGrid.Sample(points => Kinds[..3].All(options =>
        Estimate(points, options).Values[3] is 1 or double.NaN));

    [Fact]
    public void The_order_of_rows_does_not_matter() => Patterns.OnGrid.Sample(points => Kinds.All(options => Bits.Close(
        Estimate(points, options).Values, Estimate(Reversed(points), options).Values, relative: 1e-12)));

    [Fact]
    public void A_scale_of_the_weights_changes_no_bit() => Patterns.OnGrid.Sample(points => Kinds.All(options => Bits.Same(
        Estimate(points, options).Values,
        Estimate(points with { Weights = [.. points.Weights.Select(weight => 3 * weight)] }, options).Values)));

    [Fact]
    public void Moving_turning_and_stretching_the_map_changes_no_bit() => Patterns.OnGrid.Sample(points => Kinds.All(options =>
    {
        IReadOnlyList<double> curve = Estimate(points, options).Values;
        PointPattern moved = points with { X = [.. points.X.Select(x => x + 64)], Y = [.. points.Y.Select(y => y - 32)] };
        PointPattern turned = points with { X = [.. points.Y.Select(y => -y)], Y = points.X };
        PointPattern stretched = points with { X = [.. points.X.Select(x => 4 * x)], Y = [.. points.Y.Select(y => 4 * y)] };
        return Bits.Same(curve, Estimate(moved, options).Values)
            && Bits.Close(curve, Estimate(turned, options).Values, relative: 1e-12)
            && Bits.Same(curve, Estimate(stretched, options with { Distances = [.. Radii.Select(r => 4 * r)] }).Values);
    }));

    [Fact]
    public void Names_of_types_do_not_matter() => Patterns.OnGrid.Sample(points => Bits.Same(
        Estimate(points, Kinds[1]).Values,
        Estimate(
            points with { Types = [.. points.Types.Select(type => "z" + type)] },
            Kinds[1] with { Reference = "za", Neighbour = "zb" }).Values));

    [Fact]
    public void A_single_type_is_never_concentrated() => Patterns.OnGrid.Sample(points => Estimate(
        points with { Types = [], Weights = [] }, Kinds[0]).Values.All(value => value is 1 or double.NaN));

    [Fact]
    public void A_point_without_neighbours_is_left_out_and_none_with_neighbours_gives_nothing()
    {
        PointPattern far = new() { X = [0, 10, 20], Y = [0, 0, 0], Types = ["a", "a", "b"] };

        Estimate(far, new() { Distances = [1], Reference = "a" }).Values.ShouldBe([double.NaN]);
        Estimate(far, new() { Distances = [10], Reference = "a" }).Values[0].ShouldBe((1 + (1 / 2.0)) / (1 / 2.0 * 2));
    }

    [Fact]
    public void Coincident_points_count_at_distance_zero()
    {
        PointPattern points = new() { X = [1, 1, 1, 9], Y = [2, 2, 2, 9], Types = ["a", "a", "b", "b"] };

        Estimate(points, new() { Distances = [0], Reference = "a" }).Values[0].ShouldBe(1 / 2.0 / (1 / 3.0), tolerance: 1e-15);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        PointPattern good = Patterns.Workshops;
        Refused(good, "nobody", 1);
        Refused(good, "pump");
        Refused(good, "pump", -1);
        Refused(good, "pump", double.NaN);
        Refused(good, "pump", double.PositiveInfinity);
        Refused(good with { X = [0, 1] }, "pump", 1);
        Refused(good with { Types = ["pump"] }, "pump", 1);
        Refused(good with { Weights = [1] }, "pump", 1);
        Refused(good with { Weights = [1, 1, 1, 1, 1, -1] }, "pump", 1);
        Refused(good with { Weights = [1, 1, 1, 1, 1, double.NaN] }, "pump", 1);
        Refused(good with { X = [0, 0, 0, 0, 0, double.NaN] }, "pump", 1);
        Refused(good with { Y = [0, 0, 0, 0, 0, double.NegativeInfinity] }, "pump", 1);
        Refused(null!, "pump", 1);
        Should.Throw<ArgumentException>(() =>
            Estimate(good, new() { Distances = [1], Reference = "pump", Neighbour = "nobody" })).Message.ShouldContain("nobody");
    }

    private static void Refused(PointPattern points, string reference, params double[] distances) =>
        Should.Throw<ArgumentException>(() => Estimate(points, new() { Distances = distances, Reference = reference }));

    private static MFunctionResult Estimate(PointPattern points, MFunctionOptions options) =>
        MFunction.Estimate(points, options, cancellationToken: TestContext.Current.CancellationToken);

    private static PointPattern Reversed(PointPattern points) => new()
    {
        X = [.. points.X.Reverse()],
        Y = [.. points.Y.Reverse()],
        Types = [.. points.Types.Reverse()],
        Weights = [.. points.Weights.Reverse()],
    };
}
