using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class DistanceTests
{
    private const double Axis = 6378.137;
    private const double Flattening = 1 / 298.257223563;

    private static readonly Gen<(double Lon, double Lat)> Place = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90]);

    [Fact]
    public void On_a_plane_three_and_four_make_five()
    {
        DistanceResult result = Run.Distance(new PointPattern { X = [1, 4, 1], Y = [1, 5, 1] });

        result.Values.ShouldBe([0, 5, 0]);
        Run.Distance(new PointPattern { X = [1, 4, 1], Y = [1, 5, 1] }, new() { From = 2 }).Values.ShouldBe([5, 0, 5]);
    }

    [Fact]
    public void Along_the_equator_an_angle_is_an_arc_of_the_axis() =>
        GreatCircle.Kilometres(0, 0, 1, 0).ShouldBe(Axis * Math.PI / 180, tolerance: 1e-9);

    [Fact]
    public void From_the_equator_to_the_pole_the_ellipsoid_is_shorter_by_half_the_flattening() =>
        GreatCircle.Kilometres(0, 0, 0, 90).ShouldBe(Axis * Math.PI / 2 * (1 - (Flattening / 2)), tolerance: 0.03); // 10 001.97 km

    [Fact]
    public void Paris_to_Washington_is_that_of_the_book() =>
        // Meeus, example 11.c, with his flattening 1/298.257; his axis is 6378.14.
        GreatCircle.Kilometres(2 + (20 / 60.0) + (14 / 3600.0), 48 + (50 / 60.0) + (11 / 3600.0), -(77 + (3 / 60.0) + (56 / 3600.0)), 38 + (55 / 60.0) + (17 / 3600.0))
            .ShouldBe(6181.63, tolerance: 0.01);

    [Fact]
    public void The_antimeridian_is_no_border()
    {
        GreatCircle.Kilometres(179.5, 10, -179.5, 10).ShouldBe(GreatCircle.Kilometres(-0.5, 10, 0.5, 10), tolerance: 1e-9);
        GreatCircle.Kilometres(359, 10, 1, 10).ShouldBe(GreatCircle.Kilometres(-1, 10, 1, 10), tolerance: 1e-9);
    }

    [Fact]
    public void All_longitudes_meet_at_a_pole()
    {
        GreatCircle.Kilometres(10, 90, 150, 90).ShouldBe(0, tolerance: 1e-9);
        GreatCircle.Kilometres(10, 89, 190, 89).ShouldBe(2 * GreatCircle.Kilometres(0, 89, 0, 90), tolerance: 1e-3);
        GreatCircle.Kilometres(0, -90, 77, 90).ShouldBe(Math.PI * Axis * (1 - (Flattening / 2)), tolerance: 0.2);
    }

    [Fact]
    public void Opposite_points_are_half_a_circumference_apart()
    {
        GreatCircle.Kilometres(0, 0, 180, 0).ShouldBe(Math.PI * Axis, tolerance: 1e-6);
        double.IsFinite(GreatCircle.Kilometres(-60, 30, 120, -30)).ShouldBeTrue();
    }

    [Fact]
    public void Distances_are_symmetric_zero_for_the_same_place_and_near_the_haversine() => Gen.Select(Place, Place).Sample((a, b) =>
    {
        double d = GreatCircle.Kilometres(a.Lon, a.Lat, b.Lon, b.Lat);
        return d.Equals(GreatCircle.Kilometres(b.Lon, b.Lat, a.Lon, a.Lat)) && GreatCircle.Kilometres(a.Lon, a.Lat, a.Lon, a.Lat) == 0
            && d >= Haversine(a, b) * (1 - (2.5 * Flattening)) - 1e-6 && d <= Haversine(a, b) * (1 + Flattening) + 1e-6;
    });

    [Fact]
    public void Coordinates_that_are_no_degrees_missing_ones_and_no_such_row_are_refused()
    {
        Should.Throw<ArgumentException>(() => Run.Distance(new PointPattern { X = [0, 1], Y = [0, 91] }, new() { Metric = DistanceMetric.GreatCircle }))
            .Message.ShouldContain("latitude");
        Should.Throw<ArgumentException>(() => Run.Distance(new PointPattern { X = [0, 500], Y = [0, 1] }, new() { Metric = DistanceMetric.GreatCircle }))
            .Message.ShouldContain("longitude");
        Should.Throw<ArgumentException>(() => Run.Distance(new PointPattern { X = [0, double.NaN], Y = [0, 1] })).Message.ShouldContain("point 2");
        Should.Throw<ArgumentException>(() => Run.Distance(new PointPattern { X = [0, 1], Y = [0, 1] }, new() { From = 3 })).Message.ShouldContain("From");
        Should.Throw<ArgumentException>(() => new DistanceOptions { From = 0 }).Message.ShouldContain("From");
    }

    private static double Haversine((double Lon, double Lat) a, (double Lon, double Lat) b)
    {
        double rad = Math.PI / 180;
        double g = Math.Sin((a.Lat - b.Lat) / 2 * rad);
        double l = Math.Sin((a.Lon - b.Lon) / 2 * rad);
        return 2 * Axis * Math.Asin(Math.Min(1, Math.Sqrt((g * g) + (Math.Cos(a.Lat * rad) * Math.Cos(b.Lat * rad) * l * l))));
    }
}
