using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class DbscanTests
{
    [Fact]
    public void A_small_plan_is_clustered_as_by_hand()
    {
        // 0, 1, 2 hold each other; 3.5 is within 1.5 of 2 alone: a border point; 10 stands alone; 20, 20, 20.5 are close
        DbscanResult result = Estimate([0, 1, 2, 3.5, 10, 20, 20, 20.5], 1.5, 3);

        result.Labels.ShouldBe([1, 1, 1, 1, 0, 2, 2, 2]);
        result.Core.ShouldBe([false, true, true, false, false, true, true, true]);
        result.Clusters.ShouldBe(2);
        result.Noise.ShouldBe(1);
        Estimate(Line([0, 1, 2, 3.5]), new() { Eps = 1.5, MinPoints = 3, BorderPoints = false }).Labels.ShouldBe([0, 1, 1, 0]);
    }

    [Fact]
    public void A_border_point_between_two_clusters_takes_the_one_that_comes_first()
    {
        double[] x = [0, 1, 2, 4, 6, 7, 8]; // 4 is within 2 of 2 and of 6

        Estimate(x, 2, 4).Labels.ShouldBe([1, 1, 1, 1, 2, 2, 2]);
        Estimate([.. x.Reverse()], 2, 4).Labels.ShouldBe([1, 1, 1, 1, 2, 2, 2]);
        Estimate(x, 2, 4).Core[3].ShouldBeFalse();
    }

    [Fact]
    public void Labels_are_those_of_the_plain_twin() =>
        Gen.Select(Patterns.OnGrid, Gen.Int[1, 6], Gen.Int[1, 5]).Sample((points, least, halves) =>
        {
            DbscanOptions options = new() { Eps = halves * 0.5, MinPoints = least };
            DbscanResult result = Estimate(points, options);
            return result.Labels.SequenceEqual(Twin(points, options))
                && Estimate(points, options with { BorderPoints = false }).Labels
                    .SequenceEqual(result.Labels.Zip(result.Core, (label, core) => core ? label : 0));
        });

    [Fact]
    public void Large_cells_are_compared_through_an_index_with_the_same_answer()
    {
        // two blocks of 900 points whose gap is just within, then just beyond the radius
        double[] x = [.. Enumerable.Range(0, 900).Select(i => i / 30 * 0.01), .. Enumerable.Range(0, 900).Select(i => 1.29 + (i / 30 * 0.01))];
        double[] y = [.. Enumerable.Range(0, 1800).Select(i => i % 30 * 0.01)];

        Estimate(new PointPattern { X = x, Y = y }, new() { Eps = 1.0001, MinPoints = 5 }).Clusters.ShouldBe(1);
        Estimate(new PointPattern { X = x, Y = y }, new() { Eps = 0.9999, MinPoints = 5 }).Clusters.ShouldBe(2);
    }

    [Fact]
    public void Moving_turning_stretching_and_reordering_keep_the_core_clusters() => Patterns.OnGrid.Sample(points =>
    {
        DbscanOptions options = new() { Eps = 1, MinPoints = 3, BorderPoints = false };
        IReadOnlyList<int> labels = Estimate(points, options).Labels;
        PointPattern moved = points with { X = [.. points.X.Select(x => x + 64)], Y = [.. points.Y.Select(y => y - 32)] };
        PointPattern turned = points with { X = [.. points.Y.Select(y => -y)], Y = points.X };
        PointPattern stretched = points with { X = [.. points.X.Select(x => 4 * x)], Y = [.. points.Y.Select(y => 4 * y)] };
        PointPattern reversed = new() { X = [.. points.X.Reverse()], Y = [.. points.Y.Reverse()] };
        return labels.SequenceEqual(Estimate(moved, options).Labels)
            && labels.SequenceEqual(Estimate(turned, options).Labels)
            && labels.SequenceEqual(Estimate(stretched, options with { Eps = 4 }).Labels)
            && Partition(labels).SequenceEqual(Partition([.. Estimate(reversed, options).Labels.Reverse()]));
    });

    [Fact]
    public void Many_points_on_one_spot_are_one_cluster()
    {
        double[] x = [.. Enumerable.Range(0, 200_000).Select(i => i % 2 * 1.01)]; // two spots, just out of reach of each other

        DbscanResult result = Estimate(new PointPattern { X = x, Y = new double[x.Length] }, new() { Eps = 1, MinPoints = 8 });

        result.Clusters.ShouldBe(2);
        result.Noise.ShouldBe(0);
    }

    [Fact]
    public void One_type_is_clustered_alone()
    {
        DbscanResult result = Estimate(Patterns.Workshops, new() { Eps = 1, MinPoints = 3, Reference = "pump" });

        result.Labels.ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => new DbscanOptions { Eps = 0, MinPoints = 3 });
        Should.Throw<ArgumentException>(() => new DbscanOptions { Eps = double.NaN, MinPoints = 3 });
        Should.Throw<ArgumentException>(() => new DbscanOptions { Eps = 1, MinPoints = 0 });
        Should.Throw<ArgumentException>(() => Estimate([], 1, 1)).Message.ShouldContain("empty");
        Should.Throw<ArgumentException>(() => Estimate([0, double.NaN], 1, 1));
        Should.Throw<ArgumentException>(() => Estimate([0, 1e12], 1, 1)).Message.ShouldContain("Eps");
        Should.Throw<ArgumentException>(() => Estimate(Patterns.Workshops, new() { Eps = 1, MinPoints = 3, Reference = "nobody" }));
        Should.Throw<ArgumentNullException>(() => Estimate(null!, new() { Eps = 1, MinPoints = 3 }));
    }

    private static DbscanResult Estimate(double[] x, double eps, int least) => Estimate(Line(x), new() { Eps = eps, MinPoints = least });

    private static PointPattern Line(double[] x) => new() { X = x, Y = new double[x.Length] };

    private static IEnumerable<int> Partition(IReadOnlyList<int> labels) => labels.Select(label => label == 0 ? -1 : labels.ToList().IndexOf(label));

    /// <summary>Visits the points in file order and grows each cluster before the next one starts.</summary>
    private static int[] Twin(PointPattern points, DbscanOptions options)
    {
        int[] all = [.. Enumerable.Range(0, points.Count)];
        int[][] near = [.. all.Select(i => all.Where(j =>
            Math.Pow(points.X[i] - points.X[j], 2) + Math.Pow(points.Y[i] - points.Y[j], 2) <= options.Eps * options.Eps).ToArray())];
        int[] labels = new int[points.Count];
        int clusters = 0;
        foreach (int start in all.Where(i => near[i].Length >= options.MinPoints))
        {
            if (labels[start] != 0)
            {
                continue;
            }

            labels[start] = ++clusters;
            Queue<int> open = new([start]);
            while (open.TryDequeue(out int point))
            {
                foreach (int other in near[point].Where(other => labels[other] == 0))
                {
                    labels[other] = clusters;
                    if (near[other].Length >= options.MinPoints)
                    {
                        open.Enqueue(other);
                    }
                }
            }
        }

        return labels;
    }

    private static DbscanResult Estimate(PointPattern points, DbscanOptions options) =>
        Dbscan.Estimate(points, options, cancellationToken: TestContext.Current.CancellationToken);
}
