using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class CoreNumbersTests
{
    [Fact]
    public void Eight_firms_have_the_core_numbers_found_by_hand() =>
        Estimate(SampleNetworks.EightFirms).ShouldBe([2, 2, 2, 2, 2, 1, 0, 0]);

    [Fact]
    public void A_complete_network_is_one_core_of_n_minus_one() => Estimate(Graph.Of(
        ["a", "b", "c", "d", "e"], Enumerable.Range(0, 25).Select(cell => (cell / 5, cell % 5, 1.0)))).ShouldAllBe(core => core == 4);

    [Fact]
    public void They_are_those_of_deleting_nodes_of_small_degree_until_none_is_left() => SampleNetworks.Matrices.Sample(matrix =>
        Estimate(SampleNetworks.Of(matrix)).SequenceEqual(Twin(matrix)));

    [Fact]
    public void Directions_values_and_the_order_of_nodes_do_not_matter() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        Graph reversed = Graph.Of(graph.Nodes, graph.Ties().Select(tie => (tie.To, tie.From, 0.1)));
        return Estimate(graph).SequenceEqual(Estimate(reversed))
            && Estimate(graph).SequenceEqual(Estimate(SampleNetworks.Of(SampleNetworks.Turned(matrix))).Reverse());
    });

    private static IReadOnlyList<int> Estimate(Graph graph) =>
        CoreNumbers.Estimate(graph, TestContext.Current.CancellationToken);

    private static int[] Twin(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        int[] core = new int[n];
        for (int k = 1; k < n; k++)
        {
            HashSet<int> left = [.. Enumerable.Range(0, n)];
            int Degree(int i) => left.Count(j => j != i && (matrix[i, j] != 0 || matrix[j, i] != 0));
            while (left.RemoveWhere(i => Degree(i) < k) > 0)
            {
            }

            foreach (int i in left)
            {
                core[i] = k;
            }
        }

        return core;
    }
}
