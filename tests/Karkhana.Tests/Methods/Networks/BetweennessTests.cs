using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class BetweennessTests
{
    [Fact]
    public void Eight_firms_have_the_betweenness_computed_by_hand() =>
        Estimate(SampleNetworks.EightFirms).ShouldBe([4, 2, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public void Two_paths_of_equal_length_share_a_pair() =>
        Estimate(Graph.Of(["a", "b", "c", "d"], [(0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 1)])).ShouldBe([0, 0.5, 0.5, 0]);

    [Fact]
    public void The_middle_of_a_star_lies_between_all_others() =>
        Estimate(Graph.Of(["m", "a", "b", "c", "d"], Enumerable.Range(1, 4).Select(i => (0, i, 1.0))).Undirected())
            .ShouldBe([12, 0, 0, 0, 0]);

    [Fact]
    public void It_agrees_with_counting_all_shortest_paths_but_for_the_order_of_addition() => SampleNetworks.Matrices.Sample(matrix =>
    {
        int n = matrix.GetLength(0);
        (int[,] lengths, double[,] counts) = SampleNetworks.ShortestPaths(matrix);
        double[] twin = new double[n];
        for (int v = 0; v < n; v++)
        {
            for (int s = 0; s < n; s++)
            {
                for (int t = 0; t < n; t++)
                {
                    bool between = s != t && s != v && t != v && lengths[s, t] < 1000 && lengths[s, v] + lengths[v, t] == lengths[s, t];
                    twin[v] += between ? counts[s, v] * counts[v, t] / counts[s, t] : 0;
                }
            }
        }

        return Bits.Close(Estimate(SampleNetworks.Of(matrix)), twin, relative: 1e-12);
    });

    [Fact]
    public void The_order_of_nodes_and_the_values_of_ties_do_not_matter() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        Graph valued = Graph.Of(graph.Nodes, graph.Ties().Select(tie => (tie.From, tie.To, 5 * tie.Value)));
        return Bits.Close(Estimate(graph), [.. Estimate(SampleNetworks.Of(SampleNetworks.Turned(matrix))).Reverse()], relative: 1e-12)
            && Bits.Same(Estimate(graph), Estimate(valued));
    });

    private static IReadOnlyList<double> Estimate(Graph graph) =>
        Betweenness.Estimate(graph, TestContext.Current.CancellationToken);
}
