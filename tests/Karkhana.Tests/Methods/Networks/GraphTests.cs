using System.Text.Json;
using Karkhana.Methods.Networks;
using Karkhana.Requests;
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
    public void Bad_input_is_refused()
    {
        Refused(() => Graph.Of(["a"], [(0, 1, 1)]));
        Refused(() => Graph.Of(["a"], [(-1, 0, 1)]));
        Refused(() => Graph.Of([], [(0, 0, 1)]));
        Refused(() => Graph.Of(null!, []));
        Refused(() => Graph.Of(["a"], null!));
        Refused(() => Read("""{"columns": ["id", "a", "b"], "values": [["a", 0, 1]]}"""));
        Refused(() => Read("""{"columns": ["id", "a"], "values": [["a", "much"]]}"""));
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
        return Graph.Read(RequestReader.Read(request.RootElement, _ => throw new NotSupportedException()));
    }
}
