using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>M, Kd and m, and their tests, over distances along the surface of the earth.</summary>
public sealed class EarthDistanceTests
{
    private const double Degree = 111.319490793; // of longitude on the equator: 6378.137 π / 180

    // Many places of one name and another: longitudes −180 and 180, any at a pole.
    private static readonly double[] Longitudes = [-180, -179.5, 179, 180, 0.5, 90];

    private static readonly double[] Latitudes = [-90, -45.5, 0, 0.5, 89.5, 90];

    private static readonly Gen<PointPattern> Globe =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 5])
            .Array[3, 40].Select(points => new PointPattern
            {
                X = [.. points.Select(point => Longitudes[point.Item1])],
                Y = [.. points.Select(point => Latitudes[point.Item2])],
                Types = [.. points.Select((point, i) => i < 2 ? "ab"[i].ToString() : "abc"[point.Item3].ToString())],
                Weights = [.. points.Select(point => (double)point.Item4)],
            });

    private static readonly PointPattern Equator = new() { X = [0, 1, 3, 2], Y = [0, 0, 0, 0], Types = ["a", "a", "a", "b"] };

    private static readonly PointPattern Road = Equator with { X = [.. Equator.X.Select(x => x * Degree)] };

    [Fact]
    public void Firms_on_both_sides_of_the_antimeridian_are_neighbours()
    {
        PointPattern points = new() { X = [179.5, -179.5, 0, 1], Y = [0, 0, 0, 0], Types = ["a", "a", "b", "a"] };

        MFunctionResult result = M(points, new() { Distances = [Degree - 1e-6, Degree + 1e-6], Reference = "a", Metric = DistanceMetric.GreatCircle });

        // The first two have each other; the fourth has the third: (1 + 1 + 0) / (2/3 · 3).
        result.Values.ShouldBe([double.NaN, 1]);
        result.Unit.ShouldBe("km");
        result.ToTable().Columns[0].Unit.ShouldBe("km");
    }

    [Fact]
    public void One_place_with_two_names_is_one_place()
    {
        PointPattern points = new() { X = [180, -180, 20, 80], Y = [10, 10, 90, 90], Types = ["a", "a", "a", "b"] };

        // Two share a place on the antimeridian; the third shares the pole with another kind: (1 + 1 + 0) / (2/3 · 3).
        M(points, new() { Distances = [0], Reference = "a", Metric = DistanceMetric.GreatCircle }).Values.ShouldBe([1.0]);
    }

    [Fact]
    public void M_gives_the_bits_of_the_scalar_twin_anywhere_on_the_globe() => Globe.Sample(points => new MFunctionOptions[]
    {
        new() { Distances = [0, 60, 9000, 200, 30_000], Reference = "a", Metric = DistanceMetric.GreatCircle },
        new() { Distances = [60, 9000], Reference = "a", Neighbour = "b", Metric = DistanceMetric.GreatCircle },
        new() { Distances = [60, 9000], Reference = "a", Neighbour = "b", Control = MFunctionControl.Neighbour, Metric = DistanceMetric.GreatCircle },
    }.All(options =>
    {
        MFunctionResult result = M(points, options);
        (double[] curve, double[] individual) = MFunctionTwin.Estimate(points, options);
        return Bits.Same(result.Values, curve) && Bits.Same(result.Individual, individual);
    }));

    [Fact]
    public void Along_the_equator_all_three_are_those_of_a_road()
    {
        double[] r = [0.5 * Degree, 1.1 * Degree, 2.1 * Degree];
        Close(M(Equator, new() { Distances = r, Reference = "a", Metric = DistanceMetric.GreatCircle }).Values, M(Road, new() { Distances = r, Reference = "a" }).Values);
        Close(
            Kd(Equator, new() { Distances = r, Metric = DistanceMetric.GreatCircle }).Values,
            Kd(Road, new() { Distances = r }).Values);
        foreach (int directPairs in (int[])[0, 500_000])
        {
            MDensityFunctionOptions options = new() { Distances = r, Reference = "a", DirectPairs = directPairs };
            Close(Density(Equator, options with { Metric = DistanceMetric.GreatCircle }).Values, Density(Road, options).Values);
        }

        static void Close(IReadOnlyList<double> earth, IReadOnlyList<double> plane) => Bits.Close(earth, plane, relative: 1e-6).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(170, "other")]
    public void Bins_of_pairs_on_the_earth_give_nearly_the_direct_sum_and_the_same_bits_for_any_workers(double west, string? neighbour)
    {
        PointPattern points = Country(300, west);
        KdFunctionOptions options = new()
        {
            Distances = [0, 100, 600, 1500],
            Reference = "case",
            Neighbour = neighbour,
            Weighted = true,
            Metric = DistanceMetric.GreatCircle,
        };

        KdFunctionResult direct = Kd(points, options);
        KdFunctionResult binned = Kd(points, options with { DirectPairs = 0 });

        binned.BinWidth.ShouldBeGreaterThan(0);
        binned.Bandwidth.ShouldBe(direct.Bandwidth, tolerance: 1e-4 * direct.Bandwidth);
        binned.Values.Zip(direct.Values).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-3 * direct.Values.Max());
        Bits.Same(binned.Values, Kd(points, options with { DirectPairs = 0 }, workers: 1).Values).ShouldBeTrue();
        direct.Unit.ShouldBe("km");
    }

    [Fact]
    public void Many_points_on_few_spots_are_taken_together_on_the_earth_too()
    {
        PointPattern spots = Country(30, 170);
        PointPattern many = new()
        {
            X = [.. Enumerable.Range(0, 21_000).Select(i => spots.X[i % 30])],
            Y = [.. Enumerable.Range(0, 21_000).Select(i => spots.Y[i % 30])],
        };
        double[] r = [300, 900];
        double h = Kd(spots, new() { Distances = r, Metric = DistanceMetric.GreatCircle }).Bandwidth;
        KdFunctionResult result = Kd(many, new() { Distances = r, Metric = DistanceMetric.GreatCircle });
        result = Kd(many, new() { Distances = r, Metric = DistanceMetric.GreatCircle, BandwidthFactor = h / result.Bandwidth });

        // 700² pairs for each pair of spots, and 30 · 700 · 699 / 2 on one spot, far from both r in bandwidths.
        double share = 435.0 * 700 * 700 / (21_000.0 * 20_999 / 2);
        double here = (1 - share) * 2 * Math.Exp(-0.5 * 300 * 300 / (h * h)) / (h * Math.Sqrt(2 * Math.PI));
        IReadOnlyList<double> few = Kd(spots, new() { Distances = r, Metric = DistanceMetric.GreatCircle }).Values;
        result.Values[0].ShouldBe((share * few[0]) + here, tolerance: 1e-3 * few[0]);
        result.Values[1].ShouldBe(share * few[1], tolerance: 1e-3 * few[1]);
    }

    [Theory]
    [InlineData(CurveTestStatistic.Kd)]
    [InlineData(CurveTestStatistic.MFunction)]
    [InlineData(CurveTestStatistic.MDensity)]
    public void A_test_along_the_equator_is_that_of_a_road(CurveTestStatistic statistic)
    {
        RandomStream stream = new(3, RandomPurpose.Example, 0);
        double[] x = [.. Enumerable.Range(0, 40).Select(_ => (stream.NextDouble() * 10) - 5)];
        PointPattern road = new() { X = x, Y = new double[40], Types = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? "a" : "b")] };
        CurveTestOptions options = new() { Statistic = statistic, Distances = [0.5, 1.5, 3], Reference = "a", Replicates = 19 };

        CurveTestResult plane = Test(road, options);
        CurveTestResult earth = Test(road, options with { Distances = [.. options.Distances.Select(r => r * Degree)], Metric = DistanceMetric.GreatCircle });

        double unit = statistic == CurveTestStatistic.Kd ? Degree : 1;
        Bits.Close([.. earth.Simulated.Values.Select(value => value * unit)], plane.Simulated.Values, relative: 1e-6).ShouldBeTrue();
        earth.Test.PValue.ShouldBe(plane.Test.PValue);
    }

    [Fact]
    public void Degrees_beyond_the_globe_and_an_uneven_rectangle_are_refused()
    {
        PointPattern bad = Equator with { Y = [0, 0, 0, 90.5] };
        Refused(() => M(bad, new() { Distances = [1], Reference = "a", Metric = DistanceMetric.GreatCircle })).ShouldContain("latitude");
        Refused(() => Kd(bad, new() { Distances = [1], Metric = DistanceMetric.GreatCircle })).ShouldContain("latitude");
        Refused(() => Density(bad, new() { Distances = [1], Reference = "a", Metric = DistanceMetric.GreatCircle })).ShouldContain("latitude");
        Refused(() => Test(bad, new() { Distances = [1], Reference = "a", Metric = DistanceMetric.GreatCircle })).ShouldContain("latitude");
        Refused(() => Test(Equator, new() { Distances = [1], Reference = "a", Metric = DistanceMetric.GreatCircle, NullModel = NullModel.RandomPosition }))
            .ShouldContain("random positions");
        M(bad, new() { Distances = [1], Reference = "a" }).Values[0].ShouldNotBe(double.NaN);

        static string Refused(Func<object> call) => Should.Throw<ArgumentException>(call).Message;
    }

    /// <summary>Points over ten degrees, from a longitude eastwards, across the antimeridian where that is in the way.</summary>
    private static PointPattern Country(int count, double west)
    {
        PointPattern square = Patterns.Uniform(count, each: 3);
        return square with
        {
            X = [.. square.X.Select(x => west + (x / 50) is > 180 and double far ? far - 360 : west + (x / 50))],
            Y = [.. square.Y.Select(y => 20 + (y / 50))],
            Weights = [.. square.X.Select(x => 1 + (x % 3))],
        };
    }

    private static MFunctionResult M(PointPattern points, MFunctionOptions options) =>
        MFunction.Estimate(points, options, null, TestContext.Current.CancellationToken);

    private static KdFunctionResult Kd(PointPattern points, KdFunctionOptions options, int workers = 2) =>
        KdFunction.Estimate(points, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    private static MDensityFunctionResult Density(PointPattern points, MDensityFunctionOptions options) =>
        MDensityFunction.Estimate(points, options, null, TestContext.Current.CancellationToken);

    private static CurveTestResult Test(PointPattern points, CurveTestOptions options) =>
        CurveTest.Estimate(points, options, null, TestContext.Current.CancellationToken);
}
