using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class HdbscanTests
{
    private static readonly HdbscanOptions Pairs = new() { MinPoints = 2, MinClusterSize = 2 };

    [Fact]
    public void Seven_workshops_along_a_road_are_clustered_as_by_hand()
    {
        HdbscanResult result = Estimate(Line([0, 1, 3, 10, 11, 12, 30]), Pairs);

        // 30 leaves all at λ = 1/18; the gap of 7 makes two clusters at 1/7; 3 leaves the first at 1/2, all others at 1
        result.CoreDistances.ShouldBe([1, 1, 2, 1, 1, 1, 18]);
        result.Labels.ShouldBe([1, 1, 1, 2, 2, 2, 0]);
        Bits.Close(result.Probabilities, [1, 1, 0.5, 1, 1, 1, 0], relative: 1e-14).ShouldBeTrue();
        Bits.Close(result.OutlierScores, [0, 0, 0.5, 0, 0, 0, 17 / 18.0], relative: 1e-14).ShouldBeTrue();
        Bits.Close(result.Stabilities, [(1 / 2.0) + 2 - (3 / 7.0), 3 - (3 / 7.0)], relative: 1e-13).ShouldBeTrue();
        result.Clusters.ShouldBe(2);
        result.Noise.ShouldBe(1);
    }

    [Fact]
    public void Excess_of_mass_keeps_a_stable_parent_and_leaf_takes_its_children()
    {
        // two pairs 1.8 apart: as one from 1/96.2 to 1/1.8, 4 · 0.545; as two from there to 1, 4 · 0.444; a second town far away
        PointPattern towns = Line([0, 1, 2.8, 3.8, 100, 101, 102.8, 103.8]);

        Estimate(towns, Pairs).Labels.ShouldBe([1, 1, 1, 1, 2, 2, 2, 2]);
        Estimate(towns, Pairs with { Selection = ClusterSelection.Leaf }).Labels.ShouldBe([1, 1, 2, 2, 3, 3, 4, 4]);
    }

    [Fact]
    public void Labels_and_scores_are_those_of_the_plain_twin() =>
        Gen.Select(Patterns.OnGrid, Gen.Int[1, 5], Gen.Int[2, 6], Gen.Enum<ClusterSelection>()).Sample((points, least, size, selection) =>
        {
            HdbscanOptions options = new() { MinPoints = least, MinClusterSize = size, Selection = selection };
            HdbscanResult result = Estimate(points, options);
            if (points.Count < Math.Max(2, least))
            {
                return result.Labels.All(label => label == 0);
            }

            HdbscanTwin twin = new(points, options);
            return result.Labels.SequenceEqual(twin.Labels)
                && Bits.Close(result.Probabilities, twin.Probabilities, 1e-12)
                && Bits.Close(result.OutlierScores, twin.OutlierScores, 1e-12)
                && Bits.Close(result.CoreDistances, twin.CoreDistances, 1e-12);
        });

    [Fact]
    public void Scattered_points_agree_with_the_twin_too()
    {
        PointPattern points = Patterns.Uniform(150, each: 3, replicate: 9);
        HdbscanOptions options = new() { MinPoints = 4, MinClusterSize = 5 };

        HdbscanResult result = Estimate(points, options);

        HdbscanTwin twin = new(points, options);
        result.Labels.ShouldBe(twin.Labels);
        Bits.Close(result.OutlierScores, twin.OutlierScores, 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Moving_stretching_and_reordering_keep_the_clusters() => Patterns.OnGrid.Sample(points =>
    {
        HdbscanOptions options = new() { MinPoints = 3, MinClusterSize = 3 };
        HdbscanResult result = Estimate(points, options);
        PointPattern moved = points with { X = [.. points.X.Select(x => x + 64)], Y = [.. points.Y.Select(y => y - 32)] };
        PointPattern stretched = points with { X = [.. points.X.Select(x => 4 * x)], Y = [.. points.Y.Select(y => 4 * y)] };
        HdbscanResult reversed = Estimate(new PointPattern { X = [.. points.X.Reverse()], Y = [.. points.Y.Reverse()] }, options);
        return result.Labels.SequenceEqual(Estimate(moved, options).Labels)
            && result.Labels.SequenceEqual(Estimate(stretched, options).Labels)
            && Bits.Close(result.Probabilities, Estimate(stretched, options).Probabilities, 1e-12)
            && Partition(result.Labels).SequenceEqual(Partition([.. reversed.Labels.Reverse()]));
    });

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        PointPattern points = Patterns.Uniform(400, each: 2, replicate: 3);

        HdbscanResult one = Estimate(points, workers: 1);
        HdbscanResult eight = Estimate(points, workers: 8);

        one.Labels.ShouldBe(eight.Labels);
        Bits.Same(one.OutlierScores, eight.OutlierScores).ShouldBeTrue();
    }

    [Fact]
    public void Many_points_on_two_spots_are_two_clusters_with_finite_scores()
    {
        HdbscanResult result = Estimate(Line([.. Enumerable.Range(0, 20_000).Select(i => i % 2 * 5.0)]));

        result.Clusters.ShouldBe(2);
        result.Noise.ShouldBe(0);
        result.Stabilities.ShouldAllBe(stability => double.IsFinite(stability));
        result.Probabilities.ShouldAllBe(probability => probability == 1);
    }

    [Fact]
    public void All_on_one_spot_and_too_few_are_no_cluster()
    {
        Estimate(Line([3, 3, 3, 3, 3, 3])).Labels.ShouldAllBe(label => label == 0); // nothing to tell it from
        HdbscanResult few = Estimate(Line([1, 2, 3]));
        few.Labels.ShouldBe([0, 0, 0]);
        few.Notes.ShouldHaveSingleItem().Code.ShouldBe("too-few-points");
        Estimate(Line([1]), new() { MinPoints = 1 }).Notes.ShouldHaveSingleItem();
        Estimate(Line([1, 2]), new() { MinPoints = 1 }).Labels.ShouldBe([0, 0]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => new HdbscanOptions { MinPoints = 0 });
        Should.Throw<ArgumentException>(() => new HdbscanOptions { MinClusterSize = 1 });
        Should.Throw<ArgumentException>(() => Estimate(Line([]))).Message.ShouldContain("empty");
        Should.Throw<ArgumentException>(() => Estimate(Line([0, double.NaN, 1, 2, 3])));
        Should.Throw<ArgumentException>(() => Estimate(Patterns.Workshops, new() { Reference = "nobody" }));
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static PointPattern Line(double[] x) => new() { X = x, Y = new double[x.Length] };

    private static IEnumerable<int> Partition(IReadOnlyList<int> labels) => labels.Select(label => label == 0 ? -1 : labels.ToList().IndexOf(label));

    private static HdbscanResult Estimate(PointPattern points, HdbscanOptions? options = null, int workers = 0) => Hdbscan.Estimate(
        points, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
