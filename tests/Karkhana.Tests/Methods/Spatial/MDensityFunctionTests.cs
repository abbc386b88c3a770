using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class MDensityFunctionTests
{
    private static readonly PointPattern Line = new() { X = [0, 1, 3, 2], Y = [0, 0, 0, 0], Types = ["a", "a", "a", "b"] };

    [Fact]
    public void Four_points_on_a_line_give_the_value_computed_by_hand()
    {
        double bandwidth = Estimate(Line, new() { Distances = [1, 2], Reference = "a" }).Bandwidth;
        bandwidth.ShouldBe(0.9 / 1.34 * Math.Pow(3, -0.2), tolerance: 1e-15); // distances 1, 2, 3: quartile range 1

        MDensityFunctionResult result = Estimate(
            Line, new() { Distances = [1, 2], Reference = "a", BandwidthFactor = 1 / bandwidth });

        (double one, double two) = (Math.Exp(-0.5), Math.Exp(-2)); // kernel at 1 and 2 bandwidths
        double local = ((1 + two) / (1 + two + one)) + ((1 + one) / (2 + one)) + ((two + one) / (1 + two + one));
        result.Values[0].ShouldBe(local / 2, tolerance: 1e-14); // each of three has global 2/3
    }

    [Fact]
    public void Bins_give_nearly_the_direct_sum()
    {
        PointPattern points = Patterns.Uniform(600, each: 4);
        points = points with { Weights = [.. points.X.Select(x => 1 + (x % 7))] };
        foreach (MDensityFunctionOptions options in new MDensityFunctionOptions[]
        {
            new() { Distances = [0, 30, 100, 250], Reference = "case" },
            new() { Distances = [0, 30, 100, 250], Reference = "case", Neighbour = "other" },
        })
        {
            MDensityFunctionResult direct = Estimate(points, options);
            MDensityFunctionResult binned = Estimate(points, options with { DirectPairs = 0 });

            Bits.Close(binned.Values, direct.Values, relative: 1e-3).ShouldBeTrue();
        }
    }

    [Fact]
    public void Labels_that_say_nothing_give_one_on_average()
    {
        MDensityFunctionResult result = Estimate(
            Patterns.Uniform(1500, each: 3), new() { Distances = [50, 100, 200], Reference = "case" });

        result.Values.ShouldAllBe(value => Math.Abs(value - 1) < 0.1);
    }

    [Fact]
    public void Order_and_scale_do_not_matter() => Patterns.OnGrid.Where(
        points => points.Types.Count(type => type == "a") > 3 && points.Weights.Count(weight => weight > 0) > 3).Sample(
        points =>
        {
            MDensityFunctionOptions options = new() { Distances = [0.5, 2, 4], Reference = "a" };
            int[] back = [.. Enumerable.Range(0, points.Count).Reverse()];
            PointPattern turned = new()
            {
                X = [.. back.Select(i => 4 * points.X[i])],
                Y = [.. back.Select(i => 4 * points.Y[i])],
                Types = [.. back.Select(i => points.Types[i])],
                Weights = [.. back.Select(i => 3 * points.Weights[i])],
            };
            MDensityFunctionOptions scaled = new() { Distances = [2, 8, 16], Reference = "a" };
            return Bits.Close(Estimate(points, options).Values, Estimate(turned, scaled).Values, relative: 1e-9);
        },
        iter: 50);

    [Theory]
    [InlineData(0)]
    [InlineData(500_000)]
    public void One_worker_and_eight_give_the_same_bits(int directPairs)
    {
        PointPattern points = Patterns.Uniform(500, each: 4);
        MDensityFunctionOptions options = new() { Distances = [10, 60, 200], Reference = "case", DirectPairs = directPairs };

        Bits.Same(Estimate(points, options, 1).Values, Estimate(points, options, 8).Values).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500_000)]
    public void Reference_points_that_the_kernel_finds_nothing_around_are_left_out(int directPairs)
    {
        // The last two lie alone: at a distance of 1 they have no neighbour even 40 bandwidths away.
        PointPattern points = new()
        {
            X = [0, 1, 3, 2, 1e6, -1e6],
            Y = [0, 0, 0, 0, 0, 0],
            Types = ["a", "a", "a", "b", "a", "a"],
        };
        MDensityFunctionOptions options = new() { Distances = [1, 2], Reference = "a", DirectPairs = directPairs };

        MDensityFunctionResult result = Estimate(points, options);
        double[] alone = [.. Estimate(Line, options).Values];

        // Local shares are those of the line; the global one is 4/5 instead of 2/3.
        Bits.Close(result.Values, [.. alone.Select(value => value * (2 / 3.0) / 0.8)], relative: directPairs == 0 ? 1e-2 : 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Degenerate_patterns_are_not_defined_with_a_note()
    {
        NotDefined(new() { X = [0, 1], Y = [0, 0], Types = ["a", "b"] });
        NotDefined(new() { X = [0, 0, 0], Y = [0, 0, 0], Types = ["a", "a", "b"] });
        NotDefined(new() { X = new double[900], Y = new double[900], Types = [.. Enumerable.Repeat("a", 900)] });

        static void NotDefined(PointPattern points)
        {
            MDensityFunctionResult result = Estimate(points, new() { Distances = [0, 1], Reference = "a" });
            result.Values.ShouldAllBe(value => double.IsNaN(value));
            result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-bandwidth");
        }
    }

    [Fact]
    public void Radii_far_beyond_the_points_and_weights_of_zero_are_not_defined()
    {
        Estimate(Line, new() { Distances = [1, 1000], Reference = "a" }).Values[1].ShouldBe(double.NaN);
        Estimate(Line with { Weights = [0, 0, 0, 0] }, new() { Distances = [1, 2], Reference = "a" }).Values[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Refused(Line, new() { Distances = [], Reference = "a" });
        Refused(Line, new() { Distances = [-1], Reference = "a" });
        Refused(Line, new() { Distances = [1], Reference = "nobody" });
        Refused(Line, new() { Distances = [1], Reference = "a", Neighbour = "nobody" });
        Refused(Line with { Weights = [1, 1, 1, -2] }, new() { Distances = [1], Reference = "a" });
        Refused(Line with { Y = [1, 1, 1, double.NaN] }, new() { Distances = [1], Reference = "a" });

        static void Refused(PointPattern points, MDensityFunctionOptions options) =>
            Should.Throw<ArgumentException>(() => Estimate(points, options));
    }

    private static MDensityFunctionResult Estimate(PointPattern points, MDensityFunctionOptions options, int workers = 2) =>
        MDensityFunction.Estimate(points, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
