using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

/// <summary>Measures that send currents through the ties: compared with dense linear algebra.</summary>
public sealed class CurrentMeasuresTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void In_a_star_all_current_runs_through_the_middle()
    {
        Current(SampleNetworks.Star(5)).ShouldBe([1, 0, 0, 0, 0], tolerance: 1e-13);
        // Information between i and j is 1 / distance in a tree; the harmonic mean counts the node itself as infinite:
        // 5 / (0 + 4 · 1) in the middle, 5 / (0 + 1 + 3 · 2) at a leaf.
        Information(SampleNetworks.Star(5)).ShouldBe([5 / 4.0, .. Enumerable.Repeat(5 / 7.0, 4)], tolerance: 1e-13);
    }

    [Fact]
    public void In_a_triangle_a_third_of_the_current_takes_the_long_way() =>
        Current(SampleNetworks.Ring(3)).ShouldBe([1 / 3.0, 1 / 3.0, 1 / 3.0], tolerance: 1e-13);

    [Fact]
    public void Information_is_that_of_the_inverse_matrix() => SampleNetworks.ConnectedMatrices.Sample(matrix =>
    {
        Matrix<double> c = (Laplacian(matrix) + 1).Inverse();
        double n = c.RowCount;
        double[] twin = [.. Enumerable.Range(0, c.RowCount).Select(i => 1 / (c[i, i] + ((c.Trace() - (2 * c.Row(i).Sum())) / n)))];
        return Bits.Close(Information(SampleNetworks.Of(matrix)), twin, relative: 1e-10);
    });

    [Fact]
    public void Currents_are_those_of_every_pair_by_itself() => SampleNetworks.ConnectedMatrices.Sample(matrix =>
    {
        Matrix<double> inverse = (Laplacian(matrix) + 1).Inverse();
        int n = inverse.RowCount;
        double[] twin = new double[n];
        foreach ((int s, int t) in Enumerable.Range(0, n * n).Select(cell => (cell / n, cell % n)).Where(pair => pair.Item1 < pair.Item2))
        {
            Vector<double> potentials = inverse.Column(s) - inverse.Column(t);
            for (int v = 0; v < n; v++)
            {
                double through = Enumerable.Range(0, n).Where(w => matrix[v, w] + matrix[w, v] != 0).Sum(w => Math.Abs(potentials[v] - potentials[w])) / 2;
                twin[v] += v == s || v == t ? 0 : through / ((n - 1) * (n - 2) / 2.0);
            }
        }

        return Bits.Close(Current(SampleNetworks.Of(matrix)), twin, relative: 1e-10);
    });

    [Fact]
    public void The_order_of_nodes_and_the_values_of_ties_do_not_matter() => SampleNetworks.ConnectedMatrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        Graph turned = SampleNetworks.Of(SampleNetworks.Turned(matrix));
        Graph odd = Graph.Of(graph.Nodes, graph.Ties().Select(tie => (tie.From, tie.To, 1e-300)));
        return Bits.Close(Current(graph), [.. Current(turned).Reverse()], relative: 1e-10)
            && Bits.Close(Information(graph), [.. Information(turned).Reverse()], relative: 1e-10)
            && Bits.Same(Current(graph), Current(odd)) && Bits.Same(Information(graph), Information(odd));
    });

    [Fact]
    public void A_long_chain_is_solved_to_the_end()
    {
        Graph chain = Graph.Of(SampleNetworks.Empty(300).Nodes, Enumerable.Range(1, 299).Select(i => (i - 1, i, 1.0)));
        NodeScoresResult result = CurrentFlowBetweenness.Estimate(chain, null, null, Token);

        result.Notes.ShouldBeEmpty();
        double[] expected = [.. Enumerable.Range(0, 300).Select(i => i * (299.0 - i) / (299 * 298 / 2.0))];
        Bits.Close(result.Estimate, expected, relative: 1e-9).ShouldBeTrue();
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        Graph graph = Graph.Of(
            SampleNetworks.Empty(120).Nodes, SampleNetworks.Random(120, 500).Ties().Concat(SampleNetworks.Ring(120).Ties()));
        (ExecutionOptions one, ExecutionOptions three) = (new() { Workers = 1 }, new() { Workers = 3 });

        Bits.Same(
            CurrentFlowBetweenness.Estimate(graph, null, one, Token).Estimate,
            CurrentFlowBetweenness.Estimate(graph, null, three, Token).Estimate).ShouldBeTrue();
        Bits.Same(
            InformationCentrality.Estimate(graph, null, one, Token).Estimate,
            InformationCentrality.Estimate(graph, null, three, Token).Estimate).ShouldBeTrue();
    }

    [Fact]
    public void Networks_in_several_parts_and_of_too_few_nodes_are_refused()
    {
        Should.Throw<ArgumentException>(() => Current(SampleNetworks.EightFirms)).Message.ShouldContain("3 parts");
        Should.Throw<ArgumentException>(() => Information(SampleNetworks.EightFirms)).Message.ShouldContain("isolates");
        Should.Throw<ArgumentException>(() => Current(SampleNetworks.Complete(2))).Message.ShouldContain("at least 3 nodes; it had 2");
        Should.Throw<ArgumentException>(() => Information(SampleNetworks.Empty(1))).Message.ShouldContain("at least 2 nodes; it had 1");
        Should.Throw<ArgumentException>(() => Information(SampleNetworks.Empty(0)));
        Should.Throw<ArgumentNullException>(() => Current(null!));
        Should.Throw<ArgumentNullException>(() => Information(null!));
        Information(SampleNetworks.Complete(2)).ShouldBe([2, 2], tolerance: 1e-13);
    }

    private static Matrix<double> Laplacian(double[,] matrix)
    {
        Matrix<double> ties = Matrix<double>.Build.DenseOfArray(SampleNetworks.Binary(SampleNetworks.Merged(matrix)));
        return Matrix<double>.Build.DenseOfDiagonalVector(ties.RowSums()) - ties;
    }

    private static IReadOnlyList<double> Current(Graph graph) => CurrentFlowBetweenness.Estimate(graph, null, null, Token).Estimate;

    private static IReadOnlyList<double> Information(Graph graph) => InformationCentrality.Estimate(graph, null, null, Token).Estimate;
}
