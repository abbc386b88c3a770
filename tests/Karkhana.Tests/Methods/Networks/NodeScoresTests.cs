using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

/// <summary>What holds for every measure that gives numbers per node.</summary>
public sealed class NodeScoresTests
{
    private static readonly Dictionary<string, Func<Graph, ExecutionOptions?, IReadOnlyList<double>>> Measures = new(StringComparer.Ordinal)
    {
        ["betweenness"] = (graph, execution) => BetweennessCentrality.Estimate(graph, null, execution, Token).Estimate,
        ["stress"] = (graph, execution) => BetweennessCentrality.Estimate(
            graph, new() { Count = PathCount.Paths, Directed = false, Normalised = true }, execution, Token).Estimate,
        ["closeness"] = (graph, execution) => ClosenessCentrality.Estimate(graph, null, execution, Token).Estimate,
        ["eccentricity"] = (graph, execution) => Eccentricity.Estimate(graph, null, execution, Token).Estimate,
        ["core"] = (graph, execution) => CoreNumber.Estimate(graph, null, execution, Token).Estimate,
        ["domain"] = (graph, execution) => ProximityPrestige.Estimate(graph, null, execution, Token).Domain,
        ["proximity"] = (graph, execution) => ProximityPrestige.Estimate(graph, null, execution, Token).Proximity,
        ["eigenvector"] = (graph, execution) => EigenvectorCentrality.Estimate(graph, new() { Directed = false }, execution, Token).Estimate,
        ["pagerank"] = (graph, execution) => PageRank.Estimate(graph, null, execution, Token).Estimate,
        ["hub"] = (graph, execution) => HubsAuthorities.Estimate(graph, null, execution, Token).Hub,
        ["authority"] = (graph, execution) => HubsAuthorities.Estimate(graph, null, execution, Token).Authority,
        ["bonacich"] = (graph, execution) => BonacichPower.Estimate(graph, new() { Beta = 0.01 }, execution, Token).Estimate,
        ["katz"] = (graph, execution) => KatzCentrality.Estimate(graph, null, execution, Token).Estimate,
        ["subgraph"] = (graph, execution) => SubgraphCentrality.Estimate(graph, null, execution, Token).Estimate,
        ["clustering"] = (graph, execution) => Clustering.Estimate(graph, null, execution, Token).Estimate,
        ["neighbours"] = (graph, execution) => NeighbourDegree.Estimate(graph, null, execution, Token).Estimate,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> All() => [.. Measures.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void The_order_of_nodes_does_not_matter(string measure) => SampleNetworks.Matrices.Sample(matrix => Bits.Close(
        Measures[measure](SampleNetworks.Of(matrix), null),
        [.. Measures[measure](SampleNetworks.Of(SampleNetworks.Turned(matrix)), null).Reverse()],
        relative: 1e-8));

    [Theory]
    [MemberData(nameof(All))]
    public void Values_do_not_matter_unless_they_are_asked_for(string measure) => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        Graph odd = Graph.Of(graph.Nodes, graph.Ties().Select(tie => (tie.From, tie.To, tie.To % 2 == 0 ? 1e-300 : -tie.Value)));
        return Bits.Same(Measures[measure](graph, null), Measures[measure](odd, null));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Ties_to_oneself_repeated_ties_and_ties_of_value_zero_do_not_matter(string measure) => SampleNetworks.Matrices.Sample(matrix =>
    {
        Graph graph = SampleNetworks.Of(matrix);
        Graph untidy = Graph.Of(
            graph.Nodes,
            graph.Ties().Concat(graph.Ties()).Concat(Enumerable.Range(0, graph.NodeCount).SelectMany(
                node => new[] { (node, node, 1.0), (node, 0, 0.0) })));
        return Bits.Same(Measures[measure](graph, null), Measures[measure](untidy, null));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Any_number_of_workers_gives_the_same_bits(string measure)
    {
        Graph graph = SampleNetworks.Random(400, 1600);

        Bits.Same(
            Measures[measure](graph, new ExecutionOptions { Workers = 1 }),
            Measures[measure](graph, new ExecutionOptions { Workers = 3 })).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_network_without_nodes_has_no_scores_and_null_is_refused(string measure)
    {
        Measures[measure](SampleNetworks.Empty(0), null).ShouldBeEmpty();
        Should.Throw<ArgumentNullException>(() => Measures[measure](null!, null));
    }

    [Theory]
    [InlineData("betweenness", 0)]
    [InlineData("closeness", double.NaN)]
    [InlineData("eccentricity", 0)]
    [InlineData("core", 0)]
    [InlineData("domain", 0)]
    [InlineData("proximity", 0)]
    [InlineData("eigenvector", double.NaN)]
    [InlineData("pagerank", 0.25)]
    [InlineData("hub", double.NaN)]
    [InlineData("authority", double.NaN)]
    [InlineData("bonacich", double.NaN)]
    [InlineData("katz", 1)]
    [InlineData("subgraph", 1)]
    [InlineData("clustering", double.NaN)]
    [InlineData("neighbours", double.NaN)]
    public void Isolates_have_the_score_that_the_page_states(string measure, double score)
    {
        Measures[measure](SampleNetworks.Empty(4), null).ShouldBe([score, score, score, score]);
        Measures[measure](SampleNetworks.Empty(1), null).ShouldBe([measure == "pagerank" ? 1 : score]);
    }

    [Fact]
    public void An_isolate_beside_others_scores_nothing_or_is_not_defined()
    {
        Dictionary<string, double> last = Measures.ToDictionary(
            measure => measure.Key, measure => measure.Value(SampleNetworks.EightFirms, null)[^1], StringComparer.Ordinal);

        foreach (string zero in new[] { "betweenness", "stress", "eccentricity", "core", "domain", "proximity", "hub", "authority", "bonacich" })
        {
            last[zero].ShouldBe(0, zero);
        }

        last["eigenvector"].ShouldBe(0, tolerance: 1e-12);
        last["katz"].ShouldBe(1);
        last["subgraph"].ShouldBe(1, tolerance: 1e-14);
        foreach (string undefined in new[] { "closeness", "clustering", "neighbours" })
        {
            last[undefined].ShouldBe(double.NaN, undefined);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Everyone_scores_alike_in_a_complete_network_and_in_a_ring(string measure)
    {
        foreach (Graph graph in new[] { SampleNetworks.Complete(6), SampleNetworks.Ring(6) })
        {
            IReadOnlyList<double> scores = Measures[measure](graph, null);
            Bits.Close(scores, [.. Enumerable.Repeat(scores[0], 6)], relative: 1e-12).ShouldBeTrue();
        }
    }

    [Fact]
    public void Long_work_can_be_stopped()
    {
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        Graph graph = SampleNetworks.EightFirms;

        Should.Throw<OperationCanceledException>(() => BetweennessCentrality.Estimate(graph, cancellationToken: stopped.Token));
        Should.Throw<OperationCanceledException>(() => Eccentricity.Estimate(graph, cancellationToken: stopped.Token));
        Should.Throw<OperationCanceledException>(() => PageRank.Estimate(graph, cancellationToken: stopped.Token));
        Should.Throw<OperationCanceledException>(() => TriadCensus.Estimate(graph, cancellationToken: stopped.Token));
        Should.Throw<OperationCanceledException>(() => Clustering.Estimate(graph, cancellationToken: stopped.Token));
        Should.Throw<OperationCanceledException>(() => SubgraphCentrality.Estimate(graph, cancellationToken: stopped.Token));
    }
}
