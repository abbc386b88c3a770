using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Methods.Networks;

namespace Karkhana.Methods.Experiments;

/// <summary>Who listens to whom, and what each thinks at the start.</summary>
/// <param name="Network">A tie of value above 0 runs from the one who listens to the one who is heard.</param>
/// <param name="Opinions">The opinion of each node at the start; null for 0, 1/(n − 1), …, 1 in the order of the nodes.</param>
public sealed record OpinionNetwork(Graph Network, IReadOnlyList<double>? Opinions = null)
{
    /// <summary>Reads the inputs <c>network</c> and, when given, <c>opinions</c> (id, value) of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The network and the opinions, matched by id.</returns>
    public static OpinionNetwork Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Graph graph = Graph.Read(request);
        return new OpinionNetwork(
            graph, request.OptionalTable("opinions") is { } opinions ? NodeAttributes.Numbers(graph, opinions, "value") : null);
    }

    /// <summary>Gives the opinions at the start; a node without one is refused.</summary>
    internal double[] Start()
    {
        int nodes = Network.NodeCount;
        Require.That(nodes > 0, "network", "must have at least one node; it had none");
        if (Opinions is null)
        {
            return [.. Enumerable.Range(0, nodes).Select(node => nodes == 1 ? 0 : (double)node / (nodes - 1))];
        }

        Require.SameLength(nodes, Opinions.Count, "opinions");
        for (int node = 0; node < nodes; node++)
        {
            if (!double.IsFinite(Opinions[node]))
            {
                Require.That(false, "opinions", $"must have a finite number for every node; {Network.Nodes[node]} had none");
            }
        }

        return [.. Opinions];
    }
}
