using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class RipleyKTests
{
    private static readonly double[] Radii = [3, 0, 0.5, 1, 2.5, 20];

    private static readonly EdgeCorrection[] Corrections =
        [EdgeCorrection.None, EdgeCorrection.Border, EdgeCorrection.Translation, EdgeCorrection.Isotropic];

    [Fact]
    public void Four_corners_give_the_values_computed_by_hand()
    {
        RipleyKResult none = Estimate(SampleWindows.FourCorners, EdgeCorrection.None, 0.9, 1, 1.5);
        none.Values.ShouldBe([0, 2.25 * 8 / 12, 2.25]); // 8 of the 12 ordered pairs are sides of length 1
        none.L[2].ShouldBe(1.5 / Math.Sqrt(Math.PI), tolerance: 1e-15);
        none.PointCount.ShouldBe(4);
        none.Area.ShouldBe(2.25);

        // A side moves the window by 1 of 1.5: a third of it is shared; a diagonal: a ninth.
        Estimate(SampleWindows.FourCorners, EdgeCorrection.Translation, 1, 1.5).Values[0].ShouldBe(1.5 * 3, tolerance: 1e-14);
        Estimate(SampleWindows.FourCorners, EdgeCorrection.Translation, 1, 1.5).Values[1].ShouldBe(4.5 + (2.25 / 12 * 4 * 9), tolerance: 1e-13);

        // A circle of radius 1 round a corner is cut by two sides at 0.25 and by none at 1.25.
        double share = 1 - (((4 * Math.Acos(0.25)) - ((2 * Math.Acos(0.25)) - (Math.PI / 2))) / (2 * Math.PI));
        Estimate(SampleWindows.FourCorners, EdgeCorrection.Isotropic, 1).Values[0].ShouldBe(1.5 / share, tolerance: 1e-13);

        RipleyKResult border = Estimate(SampleWindows.FourCorners, EdgeCorrection.Border, 0.25, 0.3);
        border.Values.ShouldBe([0, double.NaN]);
        border.Notes.ShouldContain(note => note.Code == "no-point-inside-border");
    }

    [Fact]
    public void The_area_is_that_of_the_window_and_the_divisor_that_of_ordered_pairs()
    {
        // One pair in an L of area 3 (its box has 4): K = 3 / 2 × 2, not a quarter of it.
        WindowedPattern two = new(new PointPattern { X = [0.5, 0.6], Y = [0.5, 0.5] }, SampleWindows.Ell);

        Estimate(two, EdgeCorrection.None, 0.2).Values.ShouldBe([3]);
        Estimate(two, EdgeCorrection.Border, 0.2).Values.ShouldBe([3.0 / 2]); // n, not n − 1, neighbours
    }

    [Fact]
    public void Counting_gives_the_bits_of_the_scalar_twin() => SampleWindows.OnGrid.Sample(pattern => Corrections[..2].All(correction =>
        Bits.Same(Estimate(pattern, correction, Radii).Values, Twin(pattern, correction))));

    [Fact]
    public void Weighting_agrees_with_the_scalar_twin_but_for_the_order_of_addition() => SampleWindows.OnGrid.Sample(
        pattern => Corrections[2..].All(correction => Bits.Close(
            Estimate(pattern, correction, Radii[..5]).Values, Twin(pattern, correction)[..5], relative: 1e-9)), iter: 60);

    [Fact]
    public void A_window_with_a_hole_agrees_with_the_scalar_twin() => Patterns.OnGrid.Sample(
        points => Corrections.All(correction => Bits.Close(
            Estimate(SampleWindows.InRing(points), correction, Radii[..5]).Values, Twin(SampleWindows.InRing(points), correction)[..5], relative: 1e-9)), iter: 40);

    [Fact]
    public void Many_points_agree_with_the_scalar_twin()
    {
        WindowedPattern many = new(Patterns.Uniform(400, 3), ObservationWindow.Rectangle(0, 1000, 0, 1000));
        double[] radii = [1, 5, 20, 90, 250, 251, 400];

        Corrections.ShouldAllBe(correction => Bits.Close(Estimate(many, correction, radii).Values, Twin(many, correction, radii), 1e-11));
    }

    [Fact]
    public void The_order_of_points_does_not_matter() => SampleWindows.OnGrid.Sample(pattern => Corrections.All(correction => Bits.Close(
        Estimate(pattern, correction, Radii[..5]).Values, Estimate(SampleWindows.Reversed(pattern), correction, Radii[..5]).Values, relative: 1e-12)));

    [Fact]
    public void A_map_four_times_as_large_gives_sixteen_times_the_K() => SampleWindows.OnGrid.Sample(pattern => Corrections.All(correction => Bits.Close(
        [.. Estimate(pattern, correction, Radii[..5]).Values.Select(value => 16 * value)],
        Estimate(SampleWindows.FourTimes(pattern), correction, [.. Radii[..5].Select(r => 4 * r)]).Values, relative: 1e-12)));

    [Fact]
    public void K_of_an_even_scatter_is_near_the_area_of_the_disc()
    {
        WindowedPattern even = new(Patterns.Uniform(4000, 2), ObservationWindow.Rectangle(0, 1000, 0, 1000));

        foreach (EdgeCorrection correction in Corrections[1..])
        {
            Estimate(even, correction, 100).L[0].ShouldBe(100, tolerance: 2);
        }

        Estimate(even, EdgeCorrection.None, 100).L[0].ShouldBeLessThan(97);
    }

    [Fact]
    public void The_correction_asked_for_is_used_above_three_thousand_points_too()
    {
        WindowedPattern even = new(Patterns.Uniform(3100, 2), ObservationWindow.Rectangle(0, 1000, 0, 1000));

        Estimate(even, EdgeCorrection.Isotropic, 150).Values.ShouldNotBe(Estimate(even, EdgeCorrection.Border, 150).Values);
        Bits.Close(Estimate(even, EdgeCorrection.Isotropic, 150).Values, Twin(even, EdgeCorrection.Isotropic, [150]), 1e-11).ShouldBeTrue();
    }

    [Fact]
    public void A_hundred_thousand_points_on_one_spot_are_all_pairs_at_distance_zero()
    {
        PointPattern spot = new() { X = new double[100_000], Y = new double[100_000] };

        RipleyKResult result = Estimate(new WindowedPattern(spot, SampleWindows.Square), EdgeCorrection.Isotropic, 0, 1);

        result.Values.ShouldBe([36, 36]);
    }

    [Fact]
    public void One_point_or_none_says_nothing_and_two_do()
    {
        foreach (EdgeCorrection correction in Corrections)
        {
            WindowedPattern one = new(new PointPattern { X = [1], Y = [1] }, SampleWindows.Square);
            WindowedPattern none = new(new PointPattern { X = [], Y = [] }, SampleWindows.Square);
            Estimate(none, correction, 1).Values.ShouldBe([double.NaN]);
            RipleyKResult result = Estimate(one, correction, 1);
            result.Notes.ShouldContain(note => note.Code == "too-few-points");
            result.Values[0].ShouldBe(correction == EdgeCorrection.Border ? 0 : double.NaN);
        }
    }

    [Fact]
    public void Distances_beyond_the_window_are_answered_with_notes()
    {
        RipleyKResult result = Estimate(
            new WindowedPattern(new PointPattern { X = [0, 6, 3], Y = [0, 6, 3] }, SampleWindows.Square), EdgeCorrection.Isotropic, 100);

        // From a corner: the other at the cap, the middle at a quarter; from the middle the corners at the cap.
        result.Values[0].ShouldBe(36 / 6.0 * ((2 * 100) + (2 * 4) + (2 * 100)), tolerance: 1e-9);
        result.Notes.Select(note => note.Code).ShouldBe(["radius-beyond-half-window", "edge-weights-capped"]);
    }

    [Fact]
    public void A_type_selects_its_points_and_types_that_are_not_there_are_refused()
    {
        Estimate(SampleWindows.FourCorners, EdgeCorrection.None, "a", 1).Values.ShouldBe([2.25]);
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, EdgeCorrection.None, "c", 1)).Message.ShouldContain("none is of type c");
        WindowedPattern untyped = SampleWindows.FourCorners with { Points = SampleWindows.FourCorners.Points with { Types = [] } };
        Should.Throw<ArgumentException>(() => Estimate(untyped, EdgeCorrection.None, "a", 1)).Message.ShouldContain("carry no types");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        SampleWindows.Bad().ShouldAllBe(pattern => Throws(() => Estimate(pattern, EdgeCorrection.None, 1)));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, EdgeCorrection.None));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, EdgeCorrection.None, -1));
        Should.Throw<ArgumentException>(() => Estimate(SampleWindows.FourCorners, EdgeCorrection.None, double.NaN));
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => RipleyK.Estimate(SampleWindows.FourCorners, new() { Distances = [1] }, cancellationToken: stop.Token));
    }

    internal static bool Throws(Action action) => Should.Throw<ArgumentException>(action) is not null;

    private static double[] Twin(WindowedPattern pattern, EdgeCorrection correction, double[]? radii = null)
    {
        radii ??= Radii;
        int n = pattern.Points.Count;
        return
        [
            .. PairTwin.K(pattern, _ => 1, _ => 1, radii, correction).Select((sum, k) =>
                PairTwin.Inside(pattern, _ => 1, radii[k], correction) is double count && count > 0
                    ? pattern.Window.Area * sum / (count * (correction == EdgeCorrection.Border ? n : n - 1))
                    : double.NaN),
        ];
    }

    private static RipleyKResult Estimate(WindowedPattern pattern, EdgeCorrection correction, params double[] distances) =>
        Estimate(pattern, correction, null, distances);

    private static RipleyKResult Estimate(WindowedPattern pattern, EdgeCorrection correction, string? reference, params double[] distances) => RipleyK.Estimate(
        pattern, new() { Distances = distances, Reference = reference, Correction = correction }, cancellationToken: TestContext.Current.CancellationToken);
}
