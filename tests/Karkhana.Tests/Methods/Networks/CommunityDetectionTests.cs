using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class CommunityDetectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<CommunityMethod> Methods => [CommunityMethod.Louvain, CommunityMethod.FastGreedy, CommunityMethod.Leiden];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Eight_firms_fall_into_two_communities(CommunityMethod method)
    {
        CommunityDetectionResult result = Estimate(SampleNetworks.EightFirms, new() { Method = method });

        result.Community.ShouldBe([1, 2, 2, 1, 1, 2, 3, 4]);
        result.Modularity.ShouldBe((5 / 7.0) - (100 / 196.0), 1e-15);
        result.Stability.ShouldBe(method == CommunityMethod.FastGreedy ? double.NaN : 1);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_ring_of_cliques_is_cut_between_the_cliques(CommunityMethod method)
    {
        Graph graph = Cliques(8, 5);
        CommunityDetectionResult result = Estimate(graph, new() { Method = method });

        result.Community.ShouldBe(Enumerable.Range(0, 40).Select(node => 1 + (node / 5)));
        result.Modularity.ShouldBe((80 / 88.0) - (1 / 8.0), 1e-14);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_method_is_far_from_the_best_partition_of_a_small_network(CommunityMethod method) => SampleNetworks.Matrices
        .Where(matrix => matrix.GetLength(0) is > 1 and < 8 && matrix.Cast<double>().Any(cell => cell != 0)).Sample(
            matrix =>
            {
                Graph graph = SampleNetworks.Of(matrix);
                CommunityDetectionResult result = Estimate(graph, new() { Method = method, Weighted = true, Starts = 5 });
                double alone = Of(graph, [.. Enumerable.Range(1, graph.NodeCount)], weighted: true);
                double best = Partitions(graph.NodeCount).Max(parts => Of(graph, parts, weighted: true));
                return Math.Abs(result.Modularity - Of(graph, [.. result.Community], weighted: true)) < 1e-12
                    && result.Modularity <= best + 1e-12
                    && result.Modularity >= alone - 1e-12
                    && (method == CommunityMethod.FastGreedy || result.Modularity > best - 0.2); // greedy merging promises no distance
            },
            iter: 60);

    [Fact]
    public void Communities_of_leiden_hang_together() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph merged = SampleNetworks.Of(matrix).Undirected();
        CommunityDetectionResult result = Estimate(merged, new() { Method = CommunityMethod.Leiden, Starts = 2 });
        return result.Community.Distinct().All(community =>
        {
            int[] members = [.. Enumerable.Range(0, merged.NodeCount).Where(node => result.Community[node] == community)];
            HashSet<int> reached = [members[0]];
            for (int step = 0; step < members.Length; step++)
            {
                reached.UnionWith(members.Where(node => reached.Any(other => merged.Has(node, other))));
            }

            return reached.Count == members.Length;
        });
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_seed_alone_decides_whatever_the_workers(CommunityMethod method)
    {
        Graph graph = SampleNetworks.Random(300, 900);
        CommunityDetectionOptions options = new() { Method = method, Weighted = true };
        CommunityDetectionResult one = CommunityDetection.Estimate(graph, options, new ExecutionOptions { Workers = 1 }, Token);
        CommunityDetectionResult four = CommunityDetection.Estimate(graph, options, new ExecutionOptions { Workers = 4 }, Token);

        one.Community.ShouldBe(four.Community);
        Bits.Same([one.Modularity, one.Stability, .. one.StartModularity], [four.Modularity, four.Stability, .. four.StartModularity]).ShouldBeTrue();
        one.Modularity.ShouldBe(one.StartModularity.Max());
        if (method != CommunityMethod.FastGreedy)
        {
            one.Stability.ShouldBeInRange(0.1, 0.999);
            CommunityDetection.Estimate(graph, options with { Seed = 2 }, null, Token).StartModularity.ShouldNotBe(one.StartModularity);
        }
    }

    [Fact]
    public void Likeness_of_partitions_is_the_adjusted_index_of_Hubert_and_Arabie()
    {
        // Pairs within both: {a, b}; within the first: 3 + 3; within the second: 1 + 1 + 1 of 15 pairs.
        AdjustedRandIndex.Of([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]).ShouldBe((2 - (6 * 3 / 15.0)) / (4.5 - (6 * 3 / 15.0)), 1e-15);
        AdjustedRandIndex.Of([0, 1, 0, 2], [2, 0, 2, 1]).ShouldBe(1);
        AdjustedRandIndex.Of([0, 0, 0], [1, 1, 1]).ShouldBe(1);
        AdjustedRandIndex.Of([0], [0]).ShouldBe(1);
    }

    [Fact]
    public void Special_networks_are_defined()
    {
        foreach (CommunityMethod method in Enum.GetValues<CommunityMethod>())
        {
            CommunityDetectionOptions options = new() { Method = method };
            CommunityDetectionResult empty = Estimate(SampleNetworks.Empty(3), options);
            empty.Community.ShouldBe([1, 2, 3]);
            empty.Modularity.ShouldBe(double.NaN);
            empty.Notes.Single().Code.ShouldBe("no-ties");
            Estimate(SampleNetworks.Empty(0), options).Community.ShouldBeEmpty();
            Estimate(SampleNetworks.Complete(6), options).Community.ShouldAllBe(community => community == 1);
            Estimate(SampleNetworks.Star(6), options).Modularity.ShouldBeInRange(-1e-15, 1);
            Estimate(SampleNetworks.Ring(6), options with { Resolution = 0 }).Community.ShouldAllBe(community => community == 1);
            Graph tiny = Graph.Of(["a", "b", "c", "d"], [(0, 1, 1e-300), (2, 3, 1e-300), (1, 2, 1e-305 * 1e5)]);
            Estimate(tiny, options with { Weighted = true }).Modularity.ShouldBeGreaterThan(0);
        }

        Should.Throw<ArgumentOutOfRangeException>(() => new CommunityDetectionOptions { Starts = 0 }).Message.ShouldContain("[1, 200]");
        Should.Throw<ArgumentException>(() => Estimate(Graph.Of(["a", "b"], [(0, 1, -3)]), new() { Weighted = true })).Message.ShouldContain("-3");
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        Should.Throw<OperationCanceledException>(() => CommunityDetection.Estimate(SampleNetworks.Ring(4), cancellationToken: stopped.Token));
    }

    private static Graph Cliques(int count, int size) => Graph.Of(
        SampleNetworks.Empty(count * size).Nodes,
        Enumerable.Range(0, count).SelectMany(clique => Enumerable.Range(0, size * size).Select(cell => ((clique * size) + (cell / size), (clique * size) + (cell % size), 1.0))
            .Append((clique * size, ((clique + 1) * size % (count * size)) + 1, 1.0))));

    private static IEnumerable<int[]> Partitions(int n) => n == 0
        ? [[]]
        : Partitions(n - 1).SelectMany(parts => Enumerable.Range(0, (parts.Length == 0 ? 0 : parts.Max() + 1) + 1).Select(part => (int[])[.. parts, part]));

    private static double Of(Graph graph, int[] parts, bool weighted) => Modularity.Estimate(
        new(graph, [.. parts.Select(part => $"{part}")]), new() { Directed = false, Weighted = weighted }, null, Token).Estimate;

    private static CommunityDetectionResult Estimate(Graph graph, CommunityDetectionOptions options) => CommunityDetection.Estimate(graph, options, null, Token);
}
