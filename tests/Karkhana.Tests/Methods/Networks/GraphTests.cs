using System.Text.Json;
using CsCheck;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class GraphTests
{
    [Fact]
    public void Repeated_ties_are_added_and_ties_to_oneself_and_of_value_zero_left_out()
    {
        Graph graph = Graph.Of(["a", "b", "c"], [(0, 1, 2), (0, 1, 3), (1, 1, 9), (2, 0, 0), (2, 1, 1)]);

        graph.Ties().ShouldBe([(0, 1, 5.0), (2, 1, 1.0)]);
        graph.TieCount.ShouldBe(2);
        graph.Has(0, 1).ShouldBeTrue();
        graph.Has(1, 0).ShouldBeFalse();
    }

    [Fact]
    public void Merging_adds_the_values_of_both_directions() => Graph.Of(["a", "b", "c"], [(0, 1, 2), (1, 0, 3), (1, 2, 4)]).Undirected()
        .Ties().ShouldBe([(0, 1, 5.0), (1, 0, 5.0), (1, 2, 4.0), (2, 1, 4.0)]);

    [Fact]
    public void Matrix_and_edges_of_a_request_give_the_same_network()
    {
        Graph matrix = Read("""{"columns": ["id", "a", "b", "c"], "values": [["a", 5, 2, null], ["b", 0, 0, 1], ["c", 3, 0, 0]]}""");
        Graph edges = Read("""{"columns": ["from", "to", "weight"], "values": [["c", "a", 3], ["a", "b", 2], ["b", "c", 1]]}""");

        edges.Nodes.ShouldBe(matrix.Nodes);
        edges.Ties().ShouldBe(matrix.Ties());
    }

    [Fact]
    public void Sorting_by_counting_gives_the_bits_of_a_sorted_dictionary() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Double[0.1, 1]).Array[0, 60].Sample(ties =>
        {
            SortedDictionary<(int From, int To), double> twin = [];
            foreach ((int from, int to, double value) in ties.Where(tie => tie.Item1 != tie.Item2 && tie.Item3 != 0))
            {
                twin[(from, to)] = twin.GetValueOrDefault((from, to)) + value;
            }

            Graph graph = Graph.Of(SampleNetworks.Empty(6).Nodes, ties);
            return graph.Ties().SequenceEqual(twin.Select(tie => (tie.Key.From, tie.Key.To, tie.Value)))
                && graph.Reversed().Ties().SequenceEqual(twin.Select(tie => (tie.Key.To, tie.Key.From, tie.Value)).Order())
                && graph.Undirected().Ties().SequenceEqual(Graph.Of(
                    graph.Nodes, graph.Ties().SelectMany(tie => new[] { tie, (tie.To, tie.From, tie.Value) })).Ties());
        });

    [Fact]
    public void Repeated_ties_whose_values_add_up_to_zero_are_no_tie() =>
        Graph.Of(["a", "b", "c"], [(0, 1, 1), (0, 2, 3), (0, 1, -1), (1, 2, 1), (1, 2, -1), (2, 0, 1)]).Ties()
            .ShouldBe([(0, 2, 3.0), (2, 0, 1.0)]);

    [Fact]
    public void A_million_ties_are_read_without_a_sort_by_comparison()
    {
        Graph graph = SampleNetworks.Random(100_000, 1_000_000);

        graph.TieCount.ShouldBeInRange(990_000, 1_000_000);
        graph.Undirected().TieCount.ShouldBeInRange(1_980_000, 2_000_000);
        CoreNumber.Estimate(graph, new CoreNumberOptions { Directed = false }, null, TestContext.Current.CancellationToken)
            .Estimate.Max().ShouldBeInRange(10, 20);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Refused(() => Graph.Of(["a"], [(0, 1, 1)]));
        Refused(() => Graph.Of(["a"], [(-1, 0, 1)]));
        Refused(() => Graph.Of([], [(0, 0, 1)]));
        Refused(() => Graph.Of(null!, []));
        Refused(() => Graph.Of(["a"], null!));
        Refused(() => Read("""{"columns": ["id", "a", "b"], "values": [["a", 0, 1]]}"""));
        Refused(() => Read("""{"columns": ["id", "a"], "values": [["a", "much"]]}"""));
        Refused(() => Read("""{"columns": ["id", "a", "b"], "values": [["a", 0, 1], ["a", 1, 0]]}"""));
        Refused(() => Read("""{"columns": ["id", "b", "a"], "values": [["a", 0, 1], ["b", 1, 0]]}"""));
        Refused(() => Read("""{"columns": ["from"], "values": [["a"]]}"""));
        Refused(() => Read("""{"columns": ["from", "to"], "values": [["a", null]]}"""));
        Refused(() => Read("""{"columns": ["from", "to", "weight"], "values": [["a", "b", null]]}"""));
        Refused(() => DegreeCentrality.Estimate(null!));
        Refused(() => Cohesion.Estimate(null!));
        Refused(() => ForceLayout.Estimate(null!, 1));

        static void Refused(Func<object> call) => Should.Throw<ArgumentException>(() => call());
    }

    private static Graph Read(string network)
    {
        string id = network.Contains("\"id\"", StringComparison.Ordinal) ? ", \"id\": \"id\"" : "";
        using JsonDocument request = JsonDocument.Parse($$"""{"input": {"network": {{network.TrimEnd('}')}}{{id}}} } }""");
        return Graph.Read(InlineRequest.Read(request.RootElement));
    }
}
