using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class DegreeCentralityTests
{
    [Fact]
    public void Eight_firms_have_the_degrees_counted_by_hand()
    {
        DegreeCentralityResult result = Estimate(SampleNetworks.EightFirms);

        result.Indegree.ShouldBe([2, 2, 2, 2, 2, 1, 0, 0]);
        result.Outdegree.ShouldBe([4, 3, 2, 1, 1, 0, 0, 0]);
        result.Total.ShouldBe([6, 5, 4, 3, 3, 1, 0, 0]);
        Estimate(SampleNetworks.EightFirms, new() { Directed = false }).Total.ShouldBe([4, 3, 2, 2, 2, 1, 0, 0]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Degrees_have_the_bits_of_row_and_column_sums(bool directed, bool weighted) => SampleNetworks.Matrices.Sample(matrix =>
    {
        int n = matrix.GetLength(0);
        double Cell(int i, int j)
        {
            double value = directed ? matrix[i, j] : matrix[i, j] + matrix[j, i];
            return weighted ? value : Math.Sign(value);
        }

        double[] rows = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => Cell(i, j)))];
        double[] columns = [.. Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n).Sum(i => Cell(i, j)))];
        DegreeCentralityResult result = Estimate(SampleNetworks.Of(matrix), new() { Directed = directed, Weighted = weighted });
        return Bits.Same(result.Outdegree, rows) && Bits.Same(result.Indegree, columns)
            && Bits.Same(result.Total, directed ? [.. rows.Zip(columns, (row, column) => row + column)] : rows);
    });

    [Fact]
    public void The_order_of_nodes_does_not_matter_and_ties_sent_are_ties_received() => SampleNetworks.Matrices.Sample(matrix =>
    {
        DegreeCentralityResult result = Estimate(SampleNetworks.Of(matrix), new() { Weighted = true });
        DegreeCentralityResult turned = Estimate(SampleNetworks.Of(SampleNetworks.Turned(matrix)), new() { Weighted = true });
        return Bits.Same(result.Total, [.. turned.Total.Reverse()]) && result.Indegree.Sum() == result.Outdegree.Sum();
    });

    [Fact]
    public void Strength_grows_with_the_values_and_degree_does_not() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        Graph tripled = Graph.Of(graph.Nodes, graph.Ties().Select(tie => (tie.From, tie.To, 3 * tie.Value)));
        return Bits.Same(Estimate(graph).Total, Estimate(tripled).Total)
            && Bits.Same([.. Strengths(graph).Select(value => 3 * value)], Strengths(tripled));

        static IReadOnlyList<double> Strengths(Graph network) => Estimate(network, new() { Weighted = true }).Total;
    });

    private static DegreeCentralityResult Estimate(Graph graph, DegreeCentralityOptions? options = null) =>
        DegreeCentrality.Estimate(graph, options, cancellationToken: TestContext.Current.CancellationToken);
}
