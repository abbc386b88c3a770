using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class CentralisationTests
{
    [Fact]
    public void Eight_firms_are_as_centralised_as_computed_by_hand()
    {
        Estimate(SampleNetworks.EightFirms, CentralisationKind.Indegree).ShouldBe(5 / 49.0);
        Estimate(SampleNetworks.EightFirms, CentralisationKind.Outdegree).ShouldBe(21 / 49.0);
        Estimate(SampleNetworks.EightFirms, CentralisationKind.Betweenness).ShouldBe(26 / 294.0);
    }

    [Fact]
    public void The_stars_that_reach_the_maximum_have_one_and_networks_of_equals_have_zero()
    {
        Graph fountain = Graph.Of(SampleNetworks.Empty(5).Nodes, Enumerable.Range(1, 4).Select(i => (0, i, 1.0)));

        Estimate(fountain, CentralisationKind.Outdegree).ShouldBe(1);
        Estimate(fountain.Reversed(), CentralisationKind.Indegree).ShouldBe(1);
        Estimate(SampleNetworks.Star(5), CentralisationKind.Betweenness).ShouldBe(1);
        foreach (CentralisationKind kind in Enum.GetValues<CentralisationKind>())
        {
            Estimate(SampleNetworks.Complete(5), kind).ShouldBe(0);
            Estimate(SampleNetworks.Ring(5), kind).ShouldBe(0);
            Estimate(SampleNetworks.Empty(4), kind).ShouldBe(0);
        }
    }

    [Fact]
    public void It_lies_between_zero_and_one_and_turning_ties_round_swaps_in_and_out() => SampleNetworks.Matrices
        .Where(matrix => matrix.GetLength(0) > 2).Sample(matrix =>
        {
            Graph graph = SampleNetworks.Of(matrix);
            return Enum.GetValues<CentralisationKind>().All(kind => Estimate(graph, kind) is >= 0 and <= 1)
                && Estimate(graph, CentralisationKind.Indegree) == Estimate(graph.Reversed(), CentralisationKind.Outdegree);
        });

    [Theory]
    [InlineData(CentralisationKind.Indegree, 1)]
    [InlineData(CentralisationKind.Outdegree, 0)]
    [InlineData(CentralisationKind.Betweenness, 2)]
    public void Too_few_nodes_give_no_number_and_a_note(CentralisationKind kind, int nodes)
    {
        CentralisationResult result = Centralisation.Estimate(
            SampleNetworks.Empty(nodes), new() { Kind = kind }, cancellationToken: TestContext.Current.CancellationToken);

        result.Estimate.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("too-few-nodes");
        Should.Throw<ArgumentNullException>(() => Estimate(null!, kind));
    }

    private static double Estimate(Graph graph, CentralisationKind kind) =>
        Centralisation.Estimate(graph, new() { Kind = kind }, cancellationToken: TestContext.Current.CancellationToken).Estimate;
}
