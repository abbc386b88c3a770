using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class MFunctionTestTests
{
    private static readonly double[] Radii = [150, 30, 80, 400];

    [Fact]
    public void The_observed_curve_is_M_with_weights_of_one_at_ascending_distances()
    {
        PointPattern points = Patterns.Uniform(200, each: 5);
        MFunctionOptions options = new() { Distances = [.. Radii.Order()], Reference = "case" };

        MFunctionTestResult result = Test(points, replicates: 19);

        result.Distances.ShouldBe(options.Distances);
        result.Points.ShouldBe(40);
        Bits.Close(result.Observed, MFunctionTwin.Estimate(points, options).Curve, relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Bands_and_p_value_are_those_of_the_scalar_twin()
    {
        PointPattern points = Patterns.Uniform(90, each: 6);

        MFunctionTestResult result = Test(points, replicates: 99, seed: 5, substream: 2);

        double[] observed = CountingTwin(points, [.. Enumerable.Range(0, 90).Where(i => points.Types[i] == "case")]);
        double[][] simulated = [.. Enumerable.Range(0, 99).Select(s =>
        {
            int[] drawn = [.. Enumerable.Range(0, 90)];
            new RandomStream(5, RandomPurpose.RandomLabelling, s, 2).ShuffleFront<int>(drawn, 15);
            return CountingTwin(points, drawn[..15]);
        })];
        ReplicateRows rows = new(Radii.Length, [.. simulated.SelectMany(curve => curve)]);
        Bits.Same(result.Observed, observed).ShouldBeTrue();
        Bits.Same(result.Pointwise.Lower, Envelope.Around(rows, 0.05, EnvelopeType.Pointwise).Lower).ShouldBeTrue();
        Bits.Same(result.Pointwise.Upper, Envelope.Around(rows, 0.05, EnvelopeType.Pointwise).Upper).ShouldBeTrue();
        Bits.Same(result.Global.Lower, Envelope.Around(rows, 0.05, EnvelopeType.GlobalIterative).Lower).ShouldBeTrue();
        Bits.Same(result.Global.Upper, Envelope.Around(rows, 0.05, EnvelopeType.GlobalIterative).Upper).ShouldBeTrue();
        result.PValue.ShouldBe(GreatestDeviationTwin(observed, simulated), tolerance: 1e-15);
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        PointPattern points = Patterns.Uniform(5000, each: 100); // more points than a block of neighbour counts holds

        MFunctionTestResult one = Test(points, replicates: 101, workers: 1);
        MFunctionTestResult eight = Test(points, replicates: 101, workers: 8);

        Bits.Same(Numbers(one), Numbers(eight)).ShouldBeTrue();
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_or_substream_other_draws()
    {
        PointPattern points = Patterns.Uniform(120, each: 6);
        double[] numbers = Numbers(Test(points, replicates: 39));

        Bits.Same(numbers, Numbers(Test(points, replicates: 39))).ShouldBeTrue();
        Bits.Same(numbers, Numbers(Test(points, replicates: 39, seed: 1))).ShouldBeFalse();
        Bits.Same(numbers, Numbers(Test(points, replicates: 39, substream: 1))).ShouldBeFalse();
    }

    [Fact]
    public void A_tight_group_is_found_and_lies_above_the_bands()
    {
        PointPattern points = Patterns.Uniform(300, each: 15);
        points = points with { X = [.. points.X.Select((x, i) => points.Types[i] == "case" ? 500 + (x / 50) : x)] };

        MFunctionTestResult result = Test(points, replicates: 199);

        result.PValue.ShouldBe(1 / 200.0, tolerance: 1e-15);
        result.StrongestDeviation.ShouldBeGreaterThan(3);
        result.Observed[result.StrongestDeviationAt].ShouldBeGreaterThan(result.Global.Upper[result.StrongestDeviationAt]);
    }

    [Fact]
    public void Under_the_null_one_test_in_twenty_rejects()
    {
        // 19 labellings and a risk of 0.05: exactly 1 in 20 in the long run; 400 tests, mean 20, deviation 4.4.
        int rejected = Enumerable.Range(0, 400).Count(run =>
            Test(Patterns.Uniform(40, each: 4, replicate: run), replicates: 19, substream: run).PValue <= 0.05);

        rejected.ShouldBeInRange(7, 35);
    }

    [Fact]
    public void Radii_beyond_the_area_are_no_evidence()
    {
        // M is 1 for every labelling there, but for rounding, which differs with the numbers of points and of cases.
        for (int count = 10; count < 60; count++)
        {
            for (int each = 2; each < 6; each++)
            {
                MFunctionTestResult result = Test(Patterns.Uniform(count, each), replicates: 19, distances: [5000]);

                result.Observed[0].ShouldBe(1, tolerance: 1e-12);
                result.PValue.ShouldBe(double.NaN, $"{count} points, every {each}th a case");
                result.StrongestDeviation.ShouldBe(double.NaN);
            }
        }
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        PointPattern points = Patterns.Uniform(20, each: 5);
        Refused(() => Test(points with { Types = [.. points.Types.Select((_, i) => i == 0 ? "case" : "other")] }, replicates: 19));
        Refused(() => Test(points with { Types = [.. points.Types.Select(_ => "case")] }, replicates: 19));
        Refused(() => Test(points with { Types = [.. points.Types.Select(_ => "other")] }, replicates: 19));
        Refused(() => Test(points with { Y = [1] }, replicates: 19));
        Refused(() => Test(points, replicates: 19, distances: []));
        Refused(() => Test(points, replicates: 19, distances: [-1]));
        Refused(() => Test(points, replicates: 18));
        Refused(() => Test(points, replicates: 19, substream: -1));
        Refused(() => new MFunctionTestOptions { Reference = "case", Alpha = 0 });

        static void Refused(Func<object> call) => Should.Throw<ArgumentException>(() => call());
    }

    private static MFunctionTestResult Test(
        PointPattern points, int replicates, ulong seed = 2003, int substream = 0, int workers = 2, double[]? distances = null)
    {
        ExecutionOptions execution = new() { Workers = workers };
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return MFunctionTest.Estimate(
            NeighbourTotals.Of(points, distances ?? Radii, execution, cancellation),
            new MFunctionTestOptions { Reference = "case", Replicates = replicates, Seed = seed, Substream = substream },
            execution,
            cancellation);
    }

    private static double[] Numbers(MFunctionTestResult result) =>
    [
        .. result.Observed, .. result.Pointwise.Lower, .. result.Pointwise.Upper, .. result.Global.Lower, .. result.Global.Upper,
        result.PValue, result.StrongestDeviation, result.StrongestDeviationAt,
    ];

    /// <summary>Shares of members among neighbours, counted pair by pair and added in the order of the members: equal bits.</summary>
    private static double[] CountingTwin(PointPattern points, int[] members)
    {
        double global = (members.Length - 1.0) / (points.Count - 1.0);
        return [.. Radii.Order().Select(radius =>
        {
            (double locals, int defined) = (0, 0);
            foreach (int i in members)
            {
                bool Near(int j) => j != i && MFunctionTwin.Distance(points, i, j) <= radius;
                int all = Enumerable.Range(0, points.Count).Count(Near);
                locals += all > 0 ? (double)members.Count(Near) / all : 0;
                defined += all > 0 ? 1 : 0;
            }

            return defined > 0 ? locals / (defined * global) : double.NaN;
        })];
    }

    private static double GreatestDeviationTwin(double[] observed, double[][] simulated)
    {
        double[][] all = [.. simulated, observed];
        double[] greatest = new double[all.Length];
        for (int r = 0; r < observed.Length; r++)
        {
            double mean = all.Average(curve => curve[r]);
            double deviation = Math.Sqrt(all.Sum(curve => (curve[r] - mean) * (curve[r] - mean)) / (all.Length - 1));
            for (int s = 0; s < all.Length && deviation > 1e-12; s++)
            {
                greatest[s] = Math.Max(greatest[s], Math.Abs(all[s][r] - mean) / deviation);
            }
        }

        return greatest.Count(value => value >= greatest[^1]) / (double)all.Length;
    }
}
