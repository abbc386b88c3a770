using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class KdFunctionTests
{
    private static readonly PointPattern Triangle = new() { X = [0, 1, 0], Y = [0, 0, 2] };

    [Fact]
    public void The_bandwidth_of_three_points_is_that_computed_by_hand()
    {
        // Distances 1, 2 and √5: quartiles 1.5 and 1 + √5/2, narrower than the standard deviation 0.6562.
        double expected = 0.9 * ((Math.Sqrt(5) - 1) / 2 / 1.34) * Math.Pow(3, -0.2);

        KdFunctionResult result = Estimate(Triangle, new() { Distances = [0, 3] });

        result.Bandwidth.ShouldBe(expected, tolerance: 1e-15);
        result.Points.ShouldBe(3);
        result.GreatestError.ShouldBe(0);
    }

    [Fact]
    public void With_a_bandwidth_of_one_three_points_give_the_density_of_the_framework()
    {
        double[] distances = [0, 0.5, 1, 2, 3];
        double bandwidth = Estimate(Triangle, new() { Distances = distances }).Bandwidth;

        KdFunctionResult result = Estimate(Triangle, new() { Distances = distances, BandwidthFactor = 1 / bandwidth });

        result.Bandwidth.ShouldBe(1, tolerance: 1e-15);
        double[] expected = [0.21913925, 0.24215825, 0.29576613, 0.34450296, 0.19802525];
        result.Values.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 5e-9);
    }

    [Theory]
    [InlineData(500_000)]
    [InlineData(0)]
    public void The_density_integrates_to_one(int directPairs)
    {
        double[] distances = [.. Enumerable.Range(0, 2001).Select(k => k * 1.0)];

        KdFunctionResult result = Estimate(
            Patterns.Uniform(120, each: 4), new() { Distances = distances, Reference = "case", DirectPairs = directPairs });

        double trapezium = result.Values.Sum() - (0.5 * (result.Values[0] + result.Values[^1]));
        trapezium.ShouldBe(1, tolerance: 1e-6);
    }

    [Fact]
    public void Pairs_weigh_the_product_of_their_points_and_the_bandwidth_ignores_weights()
    {
        PointPattern weighted = Triangle with { Weights = [1, 2, 3] };
        KdFunctionOptions options = new() { Distances = [1, 2], Weighted = true };

        KdFunctionResult result = Estimate(weighted, options);

        double h = Estimate(Triangle, options).Bandwidth;
        result.Bandwidth.ShouldBe(h);
        result.Values[0].ShouldBe(Twin(1, h, [(1, 2), (2, 3), (Math.Sqrt(5), 6)]), tolerance: 1e-14);
    }

    [Fact]
    public void Two_types_are_compared_across()
    {
        PointPattern points = new() { X = [0, 1, 3, 7], Y = [0, 0, 0, 0], Types = ["a", "a", "b", "b"] };

        KdFunctionResult result = Estimate(points, new() { Distances = [2, 4], Reference = "a", Neighbour = "b" });

        result.Values[1].ShouldBe(Twin(4, result.Bandwidth, [(3, 1), (7, 1), (2, 1), (6, 1)]), tolerance: 1e-14);
        result.Points.ShouldBe(2);
    }

    [Fact]
    public void Bins_keep_the_stated_bound_even_when_there_are_only_four_distances()
    {
        // 200 points on each of three spots at 0, 1 and 3: distances 0, 1, 2 and 3 with great weight, nothing spreads.
        PointPattern spots = new() { X = [.. Enumerable.Range(0, 600).Select(i => new[] { 0.0, 1, 3 }[i % 3])], Y = new double[600] };
        KdFunctionOptions options = new() { Distances = [0, 0.04, 0.96, 1, 1.05, 1.97, 3], BandwidthFactor = 0.5 };

        KdFunctionResult direct = Estimate(spots, options);
        KdFunctionResult binned = Estimate(spots, options with { DirectPairs = 0 });

        binned.BinWidth.ShouldBe(3 / 4095.0, tolerance: 1e-12);
        binned.Notes.ShouldContain(note => note.Code == "binned-distances");
        binned.GreatestError.ShouldBeLessThan(0.1); // the curve reaches 6
        binned.Values.Zip(direct.Values).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= binned.GreatestError);
        binned.Bandwidth.ShouldBe(direct.Bandwidth, tolerance: 1e-3 * direct.Bandwidth);
    }

    [Theory]
    [InlineData(false, DistanceBandwidth.Silverman)]
    [InlineData(true, DistanceBandwidth.Silverman)]
    [InlineData(false, DistanceBandwidth.SheatherJones)]
    public void Bins_give_nearly_the_direct_sum_when_distances_spread(bool weighted, DistanceBandwidth rule)
    {
        PointPattern points = Weighted(Patterns.Uniform(900, each: 3));
        KdFunctionOptions options = new()
        {
            Distances = [50, 100, 200, 300],
            Reference = "case",
            Weighted = weighted,
            Bandwidth = rule,
        };

        KdFunctionResult direct = Estimate(points, options);
        KdFunctionResult binned = Estimate(points, options with { DirectPairs = 0 });

        Bits.Close(
            [.. binned.Values.Select(value => value * 1000)], [.. direct.Values.Select(value => value * 1000)], relative: 2e-3).ShouldBeTrue();
        binned.Bandwidth.ShouldBe(direct.Bandwidth, tolerance: 2e-3 * direct.Bandwidth);
    }

    [Fact]
    public void Order_of_points_and_unit_of_length_do_not_matter() =>
        Patterns.OnGrid.Where(points => points.X.Distinct().Count() > 2).Sample(
            points =>
            {
                KdFunctionOptions options = new() { Distances = [0.5, 2, 4] };
                int[] back = [.. Enumerable.Range(0, points.Count).Reverse()];
                PointPattern turned = new() { X = [.. back.Select(i => points.X[i])], Y = [.. back.Select(i => points.Y[i])] };
                PointPattern metres = new() { X = [.. points.X.Select(x => 1024 * x)], Y = [.. points.Y.Select(y => 1024 * y)] };
                KdFunctionResult result = Estimate(new() { X = points.X, Y = points.Y }, options);
                KdFunctionResult scaled = Estimate(metres, new() { Distances = [512, 2048, 4096] });
                return Bits.Same(result.Values, Estimate(turned, options).Values)
                    && Bits.Close(result.Values, [.. scaled.Values.Select(value => 1024 * value)], relative: 1e-10);
            },
            iter: 50);

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        PointPattern points = Weighted(Patterns.Uniform(1200, each: 1));
        KdFunctionOptions options = new() { Distances = [.. Enumerable.Range(0, 30).Select(k => k * 10.0)], Weighted = true };

        Bits.Same(Estimate(points, options, workers: 1).Values, Estimate(points, options, workers: 8).Values).ShouldBeTrue();
    }

    [Fact]
    public void A_register_known_by_place_is_counted_by_place()
    {
        // 30,000 firms on 100 spots: the same density as 300 firms a spot, each pair of spots 90,000 times.
        PointPattern spots = Patterns.Uniform(100, each: 1);
        PointPattern firms = new()
        {
            X = [.. Enumerable.Range(0, 30_000).Select(i => spots.X[i % 100])],
            Y = [.. Enumerable.Range(0, 30_000).Select(i => spots.Y[i % 100])],
            Weights = [.. Enumerable.Range(0, 30_000).Select(i => 1.0 + (i % 3))],
        };

        KdFunctionResult result = Estimate(firms, new() { Distances = [0, 200], BandwidthFactor = 2 });
        KdFunctionResult weighted = Estimate(firms, new() { Distances = [0, 200], BandwidthFactor = 2, Weighted = true });

        double h = result.Bandwidth;
        (double, double)[] pairs = [.. from i in Enumerable.Range(0, 100) from j in Enumerable.Range(0, i + 1) select (
            Math.Sqrt(Math.Pow(spots.X[i] - spots.X[j], 2) + Math.Pow(spots.Y[i] - spots.Y[j], 2)), i == j ? 300 * 299 / 2.0 : 90_000)];
        result.Values[0].ShouldBe(Twin(0, h, pairs), tolerance: result.GreatestError);
        result.Values[1].ShouldBe(Twin(200, h, pairs), tolerance: result.GreatestError);
        weighted.Bandwidth.ShouldBe(h);
        weighted.Values[1].ShouldBe(result.Values[1], tolerance: 0.01 * result.Values[1]);
    }

    [Fact]
    public void A_million_points_on_one_spot_have_no_bandwidth_and_say_so()
    {
        double[] same = new double[1_000_000];

        KdFunctionResult result = Estimate(new() { X = same, Y = same }, new() { Distances = [0, 1] });

        result.Values.ShouldAllBe(value => double.IsNaN(value));
        result.Notes.ShouldContain(note => note.Code == "no-bandwidth");
    }

    [Fact]
    public void Too_few_distances_give_a_curve_that_is_not_defined_with_a_note()
    {
        NotDefined(new() { X = [0], Y = [0] }, [1]);
        NotDefined(new() { X = [0, 1], Y = [0, 0] }, [1]);
        NotDefined(new() { X = [0, 0, 0], Y = [1, 1, 1] }, [1]);
        NotDefined(Triangle, [0]);
        NotDefined(new() { X = [0, 1, 2], Y = [0, Math.Sqrt(3), 0] }, [5]); // equal sides

        static void NotDefined(PointPattern points, double[] distances)
        {
            KdFunctionResult result = Estimate(points, new() { Distances = distances });
            result.Values.ShouldAllBe(value => double.IsNaN(value));
            result.Bandwidth.ShouldBe(double.NaN);
            result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-bandwidth");
        }
    }

    [Fact]
    public void When_half_of_the_distances_are_equal_the_standard_deviation_decides()
    {
        PointPattern points = new() { X = [0, 0, 0, 0, 0, 0, 4], Y = [0, 0, 0, 0, 0, 0, 0] }; // 15 times 0, 6 times 4

        KdFunctionResult result = Estimate(points, new() { Distances = [0, 5], BandwidthFactor = 1 });

        result.Notes.ShouldNotContain(note => note.Code == "no-bandwidth");
        Estimate(new() { X = [0, 0, 0, 0, 0, 0, 0, 0, 0, 4], Y = new double[10] }, new() { Distances = [0, 5] })
            .Notes.ShouldContain(note => note.Code == "bandwidth-without-quartiles");
    }

    [Fact]
    public void Radii_beyond_the_points_give_nothing_and_weights_of_zero_no_density()
    {
        Estimate(Triangle, new() { Distances = [0, 1000] }).Values[1].ShouldBe(0);
        KdFunctionResult weightless = Estimate(Triangle with { Weights = [0, 0, 5] }, new() { Distances = [1, 3], Weighted = true });
        weightless.Values.ShouldAllBe(value => double.IsNaN(value));
        weightless.Notes.ShouldContain(note => note.Code == "no-weight");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        PointPattern typed = Triangle with { Types = ["a", "a", "b"] };
        Refused(Triangle, new() { Distances = [] });
        Refused(Triangle, new() { Distances = [-1] });
        Refused(Triangle, new() { Distances = [double.NaN] });
        Refused(typed, new() { Distances = [1], Reference = "nobody" });
        Refused(typed, new() { Distances = [1], Reference = "a", Neighbour = "nobody" });
        Refused(typed, new() { Distances = [1], Neighbour = "b" });
        Refused(Triangle, new() { Distances = [1], Reference = "a", Neighbour = "b" });
        Refused(Triangle with { Weights = [1, 1, -1] }, new() { Distances = [1] });
        Refused(Triangle with { X = [0, double.NaN, 1] }, new() { Distances = [1] });
        Should.Throw<ArgumentException>(() => new KdFunctionOptions { Distances = [1], BandwidthFactor = 0 });
        Should.Throw<ArgumentException>(() => new KdFunctionOptions { Distances = [1], DirectPairs = -1 });

        static void Refused(PointPattern points, KdFunctionOptions options) =>
            Should.Throw<ArgumentException>(() => Estimate(points, options));
    }

    private static KdFunctionResult Estimate(PointPattern points, KdFunctionOptions options, int workers = 2) =>
        KdFunction.Estimate(points, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    private static PointPattern Weighted(PointPattern points)
    {
        RandomStream stream = new(29, RandomPurpose.Example, 0);
        return points with { Weights = [.. points.X.Select(_ => 1 + stream.NextDouble())] };
    }

    private static double Twin(double r, double h, (double Distance, double Weight)[] pairs)
    {
        double sum = pairs.Sum(pair => pair.Weight * (Normal((r - pair.Distance) / h) + Normal((r + pair.Distance) / h)));
        return sum / (h * pairs.Sum(pair => pair.Weight));
    }

    private static double Normal(double u) => Math.Exp(-u * u / 2) / Math.Sqrt(2 * Math.PI);
}
