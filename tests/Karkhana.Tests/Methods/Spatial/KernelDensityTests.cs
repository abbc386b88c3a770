using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class KernelDensityTests
{
    private static readonly PointPattern Two = new() { X = [1, 2], Y = [1, 1], Weights = [3, 5] };

    [Fact]
    public void Two_points_give_the_densities_computed_by_hand()
    {
        double peak = 1 / (2 * Math.PI * 0.25);
        double side = peak * Math.Exp(-2);

        Estimate(Two, new() { Bandwidth = 0.5 }).ShouldBe([peak + side, peak + side], 1e-15);
        Estimate(Two, new() { Bandwidth = 0.5, LeaveOneOut = true }).ShouldBe([side, side], 1e-15);
        Estimate(Two, new() { Bandwidth = 0.5, Weighted = true }).ShouldBe([(3 * peak) + (5 * side), (5 * peak) + (3 * side)], 1e-14);
        Estimate(Two, new() { Bandwidth = 2, Kernel = DensityKernel.Epanechnikov }).ShouldBe([2 / (Math.PI * 4) * 1.75, 2 / (Math.PI * 4) * 1.75], 1e-15);
        Estimate(Two, new() { Bandwidth = 1, Kernel = DensityKernel.Epanechnikov }).ShouldBe([2 / Math.PI, 2 / Math.PI], 1e-15);
    }

    [Fact]
    public void The_cut_off_keeps_the_error_it_states() => Gen.Select(Patterns.OnGrid, Gen.Double[0.05, 3], Gen.Bool).Sample((points, bandwidth, leave) =>
    {
        double[] direct = [.. Enumerable.Range(0, points.Count).Select(i => Enumerable.Range(0, points.Count).Where(j => !leave || j != i).Sum(j =>
            points.Weights[j] * Math.Exp(-(Square(points.X[j] - points.X[i]) + Square(points.Y[j] - points.Y[i])) / (2 * bandwidth * bandwidth)))
            / (2 * Math.PI * bandwidth * bandwidth))];
        return Estimate(points, new() { Bandwidth = bandwidth, LeaveOneOut = leave, Weighted = true })
            .Zip(direct).All(pair => Math.Abs(pair.First - pair.Second) <= (2e-11 * pair.Second) + 1e-300);
    });

    [Fact]
    public void Far_from_everything_the_density_is_small_and_not_zero()
    {
        double[] far = Estimate(Two, new() { Bandwidth = 1 }, new PointPattern { X = [21, 1], Y = [1, 100] });

        far[0].ShouldBe((Math.Exp(-0.5 * 400) + Math.Exp(-0.5 * 361)) / (2 * Math.PI), 1e-12 * far[0]);
        far[1].ShouldBe(0);
    }

    [Fact]
    public void At_a_side_half_and_at_a_corner_a_quarter_of_the_mass_is_inside()
    {
        PointPattern place = new() { X = [3, 0, 0, 1], Y = [3, 3, 0, 3] };
        foreach (ObservationWindow window in new[] { SampleWindows.Square, SampleWindows.SquareAsPolygon })
        {
            double[] plain = Estimate(Two, new() { Bandwidth = 3, Kernel = DensityKernel.Epanechnikov }, place);
            double[] corrected = Estimate(Two, new() { Bandwidth = 3, Kernel = DensityKernel.Epanechnikov, Edge = DensityEdge.Uniform }, place, window);
            corrected[0].ShouldBe(plain[0], 1e-14);
            corrected[1].ShouldBe(2 * plain[1], 1e-14);
            corrected[2].ShouldBe(4 * plain[2], 1e-14);

            // Within distance c = h/3 beyond the side: mass outside = (acos c − c√(1 − c²)(5 − 2c²)/3) / π.
            double c = 1 / 3.0;
            double outside = (Math.Acos(c) - (c * Math.Sqrt(1 - (c * c)) * (5 - (2 * c * c)) / 3)) / Math.PI;
            corrected[3].ShouldBe(plain[3] / (1 - outside), 1e-14);
        }
    }

    [Fact]
    public void A_rectangle_and_the_same_as_polygon_hold_the_same_mass() => Gen.Select(Gen.Double[0, 6], Gen.Double[0, 6], Gen.Double[0.05, 20]).Sample((x, y, bandwidth) =>
    {
        PointPattern place = new() { X = [x, 0, 6, x, 1e-9], Y = [y, y, 0, 1e-12, y] };
        KernelDensityOptions options = new() { Bandwidth = bandwidth, Edge = DensityEdge.Uniform };
        double[] rectangle = Estimate(place, options, window: SampleWindows.Square);
        double[] polygon = Estimate(place, options, window: SampleWindows.SquareAsPolygon);
        return rectangle.Zip(polygon).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-11 * pair.First);
    });

    [Fact]
    public void A_hole_takes_its_mass_off()
    {
        // In the middle of the band beside the hole the masses of the square and of the hole are products of normal shares.
        PointPattern place = new() { X = [3], Y = [1] };
        double whole = Mass(-3, 3) * Mass(-1, 5);
        double hole = Mass(-1, 1) * Mass(1, 3);

        Estimate(place, new() { Bandwidth = 1, Edge = DensityEdge.Uniform }, window: SampleWindows.Ring)[0]
            .ShouldBe(1 / (2 * Math.PI) / (whole - hole), 1e-9);

        static double Mass(double low, double high) => Phi(high) - Phi(low);
        static double Phi(double z) => 0.5 + (Enumerable.Range(0, 80).Sum(k => Term(k, z)) / Math.Sqrt(2 * Math.PI));
        static double Term(int k, double z) => Enumerable.Range(1, k).Aggregate(z, (term, j) => -term * z * z / (2 * j)) / ((2 * k) + 1);
    }

    [Fact]
    public void The_mass_over_the_window_of_a_corrected_even_scatter_is_even()
    {
        PointPattern even = Patterns.Uniform(4000, 2);
        double[] corrected = Estimate(
            even, new() { Bandwidth = 100, Edge = DensityEdge.Uniform }, new PointPattern { X = [0, 500, 1000], Y = [0, 500, 300] }, ObservationWindow.Rectangle(0, 1000, 0, 1000));

        corrected.ShouldAllBe(density => Math.Abs((density / 0.004) - 1) < 0.2);
    }

    [Fact]
    public void A_place_outside_has_no_corrected_density()
    {
        KernelDensityResult result = KernelDensity.Estimate(
            new() { Points = Two, Locations = new PointPattern { X = [7, 1], Y = [1, 1] }, Window = SampleWindows.Square },
            new() { Bandwidth = 1, Edge = DensityEdge.Uniform }, cancellationToken: TestContext.Current.CancellationToken);

        result.Densities[0].ShouldBe(double.NaN);
        result.Densities[1].ShouldBeGreaterThan(0);
        result.Notes.ShouldContain(note => note.Code == "location-outside-window");
    }

    [Fact]
    public void No_points_are_no_density_and_many_on_a_spot_add_up()
    {
        PointPattern none = new() { X = [], Y = [] };
        Estimate(none, new() { Bandwidth = 1 }, Two).ShouldBe([0, 0]);
        Estimate(none, new() { Bandwidth = 1 }).ShouldBeEmpty();
        PointPattern spot = new() { X = new double[100_000], Y = new double[100_000] };
        Estimate(spot, new() { Bandwidth = 1, LeaveOneOut = true })[99_999].ShouldBe(99_999 / (2 * Math.PI), 1e-9);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        foreach (double bandwidth in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Should.Throw<ArgumentException>(() => Estimate(Two, new() { Bandwidth = bandwidth }));
        }

        Should.Throw<ArgumentException>(() => Estimate(Two, new() { Bandwidth = 1, Edge = DensityEdge.Uniform })).Message.ShouldContain("window");
        Should.Throw<ArgumentException>(() => Estimate(Two, new() { Bandwidth = 1, LeaveOneOut = true }, Two)).Message.ShouldContain("left out");
        Should.Throw<ArgumentException>(() => Estimate(Two with { X = [1, double.NaN] }, new() { Bandwidth = 1 }));
        Should.Throw<ArgumentException>(() => Estimate(Two, new() { Bandwidth = 1 }, Two with { Y = [1, double.NaN] }));
        Should.Throw<ArgumentException>(() => Estimate(Two with { Weights = [1, -1] }, new() { Bandwidth = 1 }));
        Should.Throw<ArgumentException>(() => Estimate(Two with { X = [1, 9] }, new() { Bandwidth = 1 }, window: SampleWindows.Square)).Message.ShouldContain("2 (9, 1)");
    }

    private static double Square(double value) => value * value;

    private static double[] Estimate(PointPattern points, KernelDensityOptions options, PointPattern? places = null, ObservationWindow? window = null) =>
        [.. KernelDensity.Estimate(new() { Points = points, Locations = places, Window = window }, options, cancellationToken: TestContext.Current.CancellationToken).Densities];
}
