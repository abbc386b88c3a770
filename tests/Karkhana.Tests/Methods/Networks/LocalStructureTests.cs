using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

/// <summary>Clustering, neighbours' degree and cut points.</summary>
public sealed class LocalStructureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Eight_firms_cluster_as_the_framework_says()
    {
        ClusteringResult result = Clustering.Estimate(SampleNetworks.EightFirms, null, null, Token);

        result.Global.ShouldBe(0.5);
        result.Estimate.ShouldBe([2 / 6.0, 1 / 3.0, 1, 1, 1, double.NaN, double.NaN, double.NaN]);
        result.AverageZero.ShouldBe(((2 / 3.0) + 3) / 8, tolerance: 1e-15);
        result.AverageDefined.ShouldBe(((2 / 3.0) + 3) / 5, tolerance: 1e-15);
        NeighbourDegree.Estimate(SampleNetworks.EightFirms, null, null, Token).Estimate
            .ShouldBe([9 / 4.0, 7 / 3.0, 3.5, 3, 3, 3, double.NaN, double.NaN]);
        CutPointsResult cuts = CutPoints.Estimate(SampleNetworks.EightFirms, null, null, Token);
        cuts.Nodes.ShouldBe(["A", "B"]);
        (cuts.Bridges, cuts.BiconnectedComponents).ShouldBe((1, 3)); // B-F; the triangles ABC and ADE, and B-F
    }

    [Theory]
    [InlineData(ClusteringVariant.Binary)]
    [InlineData(ClusteringVariant.Barrat)]
    [InlineData(ClusteringVariant.Onnela)]
    public void Coefficients_are_those_of_looking_at_every_pair_of_neighbours(ClusteringVariant variant) => SampleNetworks.Matrices.Sample(matrix =>
    {
        double[,] w = SampleNetworks.Merged(matrix);
        int[] nodes = SampleNetworks.Range(w);
        double largest = w.Cast<double>().Max();
        (double triangles, double triples) = (0, 0);
        double[] twin = [.. nodes.Select(i =>
        {
            int[] near = [.. nodes.Where(j => w[i, j] != 0)];
            double k = near.Length;
            (int J, int H)[] pairs = [.. near.SelectMany(j => near.Where(h => h != j).Select(h => (j, h)))];
            (int J, int H)[] closed = [.. pairs.Where(pair => w[pair.J, pair.H] != 0)];
            (triangles, triples) = (triangles + closed.Length, triples + pairs.Length);
            double strength = near.Sum(j => w[i, j]);
            return variant switch
            {
                ClusteringVariant.Barrat => k < 2 ? double.NaN : closed.Sum(pair => (w[i, pair.J] + w[i, pair.H]) / 2) / (strength * (k - 1)),
                ClusteringVariant.Onnela => k < 2 ? 0
                    : closed.Sum(pair => Math.Cbrt(w[i, pair.J] * w[i, pair.H] * w[pair.J, pair.H])) / largest / (k * (k - 1)),
                _ => closed.Length / (k * (k - 1)),
            };
        })];
        ClusteringResult found = Clustering.Estimate(SampleNetworks.Of(matrix), new() { Variant = variant }, null, Token);
        return Bits.Close([.. found.Estimate, found.Global], [.. twin, triangles / triples], relative: 1e-13);
    });

    [Fact]
    public void Tiny_values_do_not_vanish_and_those_that_are_no_strength_are_refused()
    {
        Graph tiny = Graph.Of(["a", "b", "c"], [(0, 1, 1e-300), (1, 2, 1e-300), (0, 2, 1e-300)]);
        Graph negative = Graph.Of(["a", "b", "c"], [(0, 1, 1), (1, 2, -1), (0, 2, 1)]);

        Clustering.Estimate(tiny, new() { Variant = ClusteringVariant.Onnela }, null, Token).Estimate.ShouldBe([1, 1, 1], tolerance: 1e-15);
        Clustering.Estimate(tiny, new() { Variant = ClusteringVariant.Barrat }, null, Token).Estimate.ShouldBe([1, 1, 1], tolerance: 1e-15);
        Should.Throw<ArgumentException>(() => Clustering.Estimate(negative, new() { Variant = ClusteringVariant.Onnela }, null, Token))
            .Message.ShouldContain("from b to c");
        Clustering.Estimate(negative, null, null, Token).Global.ShouldBe(1);
    }

    [Fact]
    public void Stars_complete_and_empty_networks_are_answered()
    {
        Clustering.Estimate(SampleNetworks.Complete(5), null, null, Token).Global.ShouldBe(1);
        Clustering.Estimate(SampleNetworks.Star(5), null, null, Token).Global.ShouldBe(0);
        ClusteringResult empty = Clustering.Estimate(SampleNetworks.Empty(3), null, null, Token);
        (empty.Global, empty.AverageZero, empty.AverageDefined).ShouldBe((double.NaN, 0, double.NaN));
        Clustering.Estimate(SampleNetworks.Empty(0), null, null, Token).AverageZero.ShouldBe(double.NaN);
        NeighbourDegree.Estimate(SampleNetworks.Star(5), null, null, Token).Estimate.ShouldBe([1, 4, 4, 4, 4]);
        Cuts(SampleNetworks.Star(5)).ShouldBe(("n0", 4, 4));
        Cuts(SampleNetworks.Complete(5)).ShouldBe(("", 0, 1));
        Cuts(SampleNetworks.Complete(2)).ShouldBe(("", 1, 1));
        Cuts(SampleNetworks.Empty(3)).ShouldBe(("", 0, 0));
        Cuts(SampleNetworks.Empty(0)).ShouldBe(("", 0, 0));
        Should.Throw<ArgumentNullException>(() => Cuts(null!));
    }

    [Fact]
    public void Neighbours_degree_is_the_mean_over_neighbours() => SampleNetworks.Matrices.Sample(matrix =>
    {
        double[,] w = SampleNetworks.Merged(matrix);
        int[] nodes = SampleNetworks.Range(w);
        double Degree(int i) => nodes.Count(j => w[i, j] != 0);
        double[] twin = [.. nodes.Select(i => Degree(i) == 0 ? double.NaN : nodes.Where(j => w[i, j] != 0).Average(Degree))];
        return Bits.Close(NeighbourDegree.Estimate(SampleNetworks.Of(matrix), null, null, Token).Estimate, twin, relative: 1e-15);
    });

    [Fact]
    public void Cut_points_bridges_and_blocks_are_those_of_taking_away_each_in_turn() => SampleNetworks.Matrices.Sample(matrix =>
    {
        double[,] w = SampleNetworks.Merged(matrix);
        int[] nodes = SampleNetworks.Range(w);
        int parts = Parts(w);
        double[,] Without(int node) => SampleNetworks.Cells(nodes.Length, (i, j) => i == node || j == node ? 0 : w[i, j]);
        // The node itself stays as an isolate.
        string cuts = string.Join(' ', nodes.Where(v => Parts(Without(v)) > parts + (nodes.Any(j => w[v, j] != 0) ? 1 : 0)).Select(v => $"n{v}"));
        (int I, int J)[] ties = [.. nodes.SelectMany(i => nodes.Where(j => j > i && w[i, j] != 0).Select(j => (i, j)))];
        int bridges = ties.Count(tie => Parts(SampleNetworks.Cells(
            nodes.Length, (i, j) => (i, j) == tie || (j, i) == tie ? 0 : w[i, j])) > parts);
        return Cuts(SampleNetworks.Of(matrix)) == (cuts, bridges, Blocks(ties, node => SampleNetworks.Distances(Without(node)), nodes.Length));
    });

    [Fact]
    public void A_long_chain_needs_no_deep_stack() => Cuts(SampleNetworks.Ring(100_000)).ShouldBe(("", 0, 1));

    // Two ties at a node belong to one block when their other ends stay joined without the node.
    private static int Blocks((int I, int J)[] ties, Func<int, double[,]> without, int nodes)
    {
        int[] block = [.. Enumerable.Range(0, ties.Length)];
        for (int v = 0; v < nodes; v++)
        {
            double[,] distances = without(v);
            int[] here = [.. Enumerable.Range(0, ties.Length).Where(tie => ties[tie].I == v || ties[tie].J == v)];
            int Other(int tie) => ties[tie].I + ties[tie].J - v;
            foreach ((int a, int b) in here.SelectMany(a => here.Select(b => (a, b))).Where(pair => double.IsFinite(distances[Other(pair.a), Other(pair.b)])))
            {
                (int from, int to) = (block[a], block[b]);
                block = [.. block.Select(label => label == from ? to : label)];
            }
        }

        return block.Distinct().Count();
    }

    private static int Parts(double[,] w)
    {
        double[,] distances = SampleNetworks.Distances(w);
        return SampleNetworks.Range(w).Count(i => Enumerable.Range(0, i).All(j => double.IsInfinity(distances[i, j])));
    }

    private static (string Nodes, int Bridges, int Blocks) Cuts(Graph graph)
    {
        CutPointsResult result = CutPoints.Estimate(graph, null, null, Token);
        return (string.Join(' ', result.Nodes), result.Bridges, result.BiconnectedComponents);
    }
}
