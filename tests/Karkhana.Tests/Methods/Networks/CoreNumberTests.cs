using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class CoreNumberTests
{
    [Fact]
    public void Eight_firms_have_the_core_numbers_found_by_hand()
    {
        Estimate(SampleNetworks.EightFirms, new() { Directed = false }).ShouldBe([2, 2, 2, 2, 2, 1, 0, 0]);
        Estimate(SampleNetworks.EightFirms, new()).ShouldBe([4, 4, 4, 3, 3, 1, 0, 0]);
        Estimate(SampleNetworks.EightFirms, new() { Mode = CoreDegree.In }).ShouldBe([2, 2, 2, 2, 2, 1, 0, 0]);
        Estimate(SampleNetworks.EightFirms, new() { Mode = CoreDegree.Out }).ShouldBe([2, 2, 2, 1, 1, 0, 0, 0]);
    }

    [Fact]
    public void A_complete_network_is_one_core_and_a_star_a_core_of_one()
    {
        Estimate(SampleNetworks.Complete(5), new() { Directed = false }).ShouldAllBe(core => core == 4);
        Estimate(SampleNetworks.Complete(5), new()).ShouldAllBe(core => core == 8);
        Estimate(SampleNetworks.Star(5), new() { Directed = false }).ShouldAllBe(core => core == 1);
    }

    [Theory]
    [InlineData(false, CoreDegree.Total)]
    [InlineData(true, CoreDegree.Total)]
    [InlineData(true, CoreDegree.In)]
    [InlineData(true, CoreDegree.Out)]
    public void They_are_those_of_deleting_nodes_of_small_degree_until_none_is_left(bool directed, CoreDegree mode) =>
        SampleNetworks.Matrices.Sample(matrix =>
            Estimate(SampleNetworks.Of(matrix), new() { Directed = directed, Mode = mode }).SequenceEqual(Twin(matrix, directed, mode)));

    [Fact]
    public void Turning_all_ties_round_swaps_in_and_out() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        return Estimate(graph, new() { Mode = CoreDegree.In }).SequenceEqual(Estimate(graph.Reversed(), new() { Mode = CoreDegree.Out }));
    });

    private static IReadOnlyList<double> Estimate(Graph graph, CoreNumberOptions options) =>
        CoreNumber.Estimate(graph, options, cancellationToken: TestContext.Current.CancellationToken).Estimate;

    private static double[] Twin(double[,] matrix, bool directed, CoreDegree mode)
    {
        int n = matrix.GetLength(0);
        double[] core = new double[n];
        for (int k = 1; k <= 2 * n; k++)
        {
            HashSet<int> left = [.. Enumerable.Range(0, n)];
            int Degree(int i)
            {
                int sent = left.Count(j => matrix[i, j] != 0);
                int received = left.Count(j => matrix[j, i] != 0);
                return !directed ? left.Count(j => matrix[i, j] != 0 || matrix[j, i] != 0)
                    : mode == CoreDegree.In ? received : mode == CoreDegree.Out ? sent : sent + received;
            }

            while (left.Where(i => Degree(i) < k).ToArray() is { Length: > 0 } gone)
            {
                left.ExceptWith(gone);
            }

            foreach (int i in left)
            {
                core[i] = k;
            }
        }

        return core;
    }
}
