using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class NestedMFunctionTestTests
{
    private static readonly double[] Radii = [150, 30, 80, 400];

    [Fact]
    public void Bands_are_those_of_the_first_sites_of_the_orders_for_every_type()
    {
        PointPattern points = Register(90);

        IReadOnlyList<MFunctionTestResult> results = Test(points, replicates: 39);

        results.Select(result => result.Reference).ShouldBe(["a", "b", "c"]);
        results.Select(result => result.Points).ShouldBe([45, 30, 15]);
        foreach (MFunctionTestResult result in results)
        {
            double[][] drawn = [.. Enumerable.Range(0, 39).Select(s =>
            {
                int[] order = [.. Enumerable.Range(0, 90)];
                new RandomStream(7, RandomPurpose.NestedSites, s).ShuffleFront<int>(order, 45);
                return Curve(points, order[..result.Points]);
            })];
            ReplicateRows rows = new(Radii.Length, [.. drawn.SelectMany(curve => curve)]);
            Bits.Close(result.Pointwise.Upper, Envelope.Around(rows, 0.05, EnvelopeType.Pointwise).Upper, relative: 1e-12).ShouldBeTrue();
            Bits.Close(result.Global.Lower, Envelope.Around(rows, 0.05, EnvelopeType.GlobalIterative).Lower, relative: 1e-12).ShouldBeTrue();
            Bits.Close(
                result.Observed,
                Curve(points, [.. Enumerable.Range(0, 90).Where(i => points.Types[i] == result.Reference)]),
                relative: 1e-12).ShouldBeTrue();
        }
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        PointPattern points = Register(600);

        Bits.Same(Numbers(Test(points, 41, workers: 1)), Numbers(Test(points, 41, workers: 8))).ShouldBeTrue();
    }

    [Fact]
    public void Radii_beyond_the_area_are_no_evidence_for_any_type() =>
        Test(Register(90), replicates: 19, radii: [5000]).ShouldAllBe(result => double.IsNaN(result.PValue));

    [Fact]
    public void Few_points_one_type_and_no_points_give_no_result()
    {
        Test(Register(12), replicates: 19).ShouldBeEmpty();
        Test(Register(90) with { Types = [.. Enumerable.Repeat("a", 90)] }, replicates: 19).ShouldBeEmpty();
        Test(new PointPattern { X = [], Y = [] }, replicates: 19).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => Test(Register(90) with { Types = [] }, replicates: 19));
        Should.Throw<ArgumentException>(() => new NestedTestOptions { LeastPoints = 1 });
        Should.Throw<ArgumentException>(() => new NestedTestOptions { Replicates = 18 });
    }

    private static PointPattern Register(int count)
    {
        PointPattern points = Patterns.Uniform(count, each: 2);
        return points with { Types = [.. points.X.Select((_, i) => i % 2 == 0 ? "a" : i % 6 == 1 ? "c" : "b")] };
    }

    private static IReadOnlyList<MFunctionTestResult> Test(PointPattern points, int replicates, int workers = 2, double[]? radii = null)
    {
        ExecutionOptions execution = new() { Workers = workers };
        return NestedMFunctionTest.Estimate(
            NeighbourTotals.Of(points, radii ?? Radii, execution, TestContext.Current.CancellationToken),
            new NestedTestOptions { Replicates = replicates, LeastPoints = 15, Seed = 7 },
            execution,
            TestContext.Current.CancellationToken);
    }

    private static double[] Curve(PointPattern points, int[] members)
    {
        HashSet<int> set = [.. members];
        return MFunctionTwin.Estimate(
            points with { Types = [.. points.X.Select((_, i) => set.Contains(i) ? "in" : "out")] },
            new MFunctionOptions { Distances = [.. Radii.Order()], Reference = "in" }).Curve;
    }

    private static double[] Numbers(IReadOnlyList<MFunctionTestResult> results) =>
        [.. results.SelectMany(result => (double[])[.. result.Observed, .. result.Global.Lower, .. result.Pointwise.Upper, result.PValue])];
}
