using CsCheck;
using Karkhana.Core.Measures;
using Karkhana.Measures;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class ShortestPathsTests
{
    [Fact]
    public void Eight_firms_lie_as_far_from_A_as_counted_by_hand()
    {
        Estimate(SampleNetworks.EightFirms, new() { Source = "A" })
            .ShouldBe([0, 1, 1, 1, 1, 2, double.PositiveInfinity, double.PositiveInfinity]);
        Estimate(SampleNetworks.EightFirms, new() { Source = "D" })
            .ShouldBe([.. Enumerable.Repeat(double.PositiveInfinity, 3), 0, 1, .. Enumerable.Repeat(double.PositiveInfinity, 3)]);
        Estimate(SampleNetworks.EightFirms, new() { Source = "D", Directed = false })
            .ShouldBe([1, 2, 2, 0, 1, 3, double.PositiveInfinity, double.PositiveInfinity]);
    }

    [Theory]
    [InlineData(true, false, ValueMeaning.Strength)]
    [InlineData(false, false, ValueMeaning.Strength)]
    [InlineData(true, true, ValueMeaning.Strength)]
    [InlineData(false, true, ValueMeaning.Strength)]
    [InlineData(true, true, ValueMeaning.Length)]
    [InlineData(false, true, ValueMeaning.Length)]
    public void Distances_are_those_of_trying_every_way_over_every_node(bool directed, bool weighted, ValueMeaning meaning) =>
        SampleNetworks.Matrices.Sample(matrix =>
        {
            double[,] lengths = SampleNetworks.Cells(matrix.GetLength(0), (i, j) =>
            {
                (double there, double back) = (matrix[i, j], directed ? 0 : matrix[j, i]);
                double shorter = there == 0 ? back : back == 0 ? there : Math.Min(there, back);
                return there + back == 0 ? 0 : !weighted ? 1 : meaning == ValueMeaning.Strength ? 1 / (there + back) : shorter;
            });
            double[,] twin = SampleNetworks.Distances(lengths);
            IReadOnlyList<double> found = Estimate(
                SampleNetworks.Of(matrix), new() { Source = "n0", Directed = directed, Weighted = weighted, ValueMeaning = meaning });
            return Bits.Close(found, [.. SampleNetworks.Range(matrix).Select(node => twin[0, node])], relative: 1e-14);
        });

    [Fact]
    public void Stronger_ties_are_shorter_in_proportion() => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        ShortestPathsOptions options = new() { Source = "n0", Weighted = true };
        return Bits.Same(
            Estimate(graph, options), [.. Estimate(Doubled(graph), options).Select(distance => 2 * distance)]);
    });

    [Fact]
    public void A_source_that_is_no_node_and_a_value_of_no_length_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(SampleNetworks.EightFirms, new() { Source = "Z" })).Message.ShouldContain("it was Z");
        Should.Throw<ArgumentException>(() => Estimate(SampleNetworks.Empty(0), new() { Source = "n0" }));
        Should.Throw<ArgumentException>(() => Estimate(
            Graph.Of(["a", "b"], [(0, 1, -2)]), new() { Source = "a", Weighted = true, ValueMeaning = ValueMeaning.Length })).Message.ShouldContain("-2");
        Should.Throw<ArgumentException>(() => OptionBinder.Bind<ShortestPathsOptions>(default));
    }

    [Fact]
    public void The_meaning_of_values_stands_in_the_provenance()
    {
        ShortestPathsOptions options = new() { Source = "A", Weighted = true, ValueMeaning = ValueMeaning.Length };

        ShortestPaths.Estimate(SampleNetworks.EightFirms, options, null, TestContext.Current.CancellationToken)
            .Provenance.Options.ShouldBe("directed = True, weighted = True, value_meaning = Length, source = A");
        MeasureCatalogue.All.Find("networks.shortest-paths")!.Options.Select(option => (option.Name, option.Default))
            .ShouldBe([("source", null), ("directed", "true"), ("weighted", "false"), ("value_meaning", "\"strength\"")]);
    }

    private static Graph Doubled(Graph graph) => Graph.Of(graph.Nodes, graph.Ties().Select(tie => (tie.From, tie.To, 2 * tie.Value)));

    private static IReadOnlyList<double> Estimate(Graph graph, ShortestPathsOptions options) =>
        ShortestPaths.Estimate(graph, options, cancellationToken: TestContext.Current.CancellationToken).Distance;
}
