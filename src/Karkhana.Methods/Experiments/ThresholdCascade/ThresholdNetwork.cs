using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Methods.Networks;

namespace Karkhana.Methods.Experiments;

/// <summary>Who looks at whom, with thresholds and first movers where they are known.</summary>
/// <param name="Network">A tie of value above 0 runs from the one who looks to the one who is looked at.</param>
/// <param name="Thresholds">The threshold of each node, NaN for that of the options; null when all have that.</param>
/// <param name="Seeds">Above 0 for nodes that are active at the start; null for the first nodes.</param>
public sealed record ThresholdNetwork(
    Graph Network, IReadOnlyList<double>? Thresholds = null, IReadOnlyList<double>? Seeds = null)
{
    /// <summary>Reads the inputs <c>network</c> and, when given, <c>nodes</c> (id, threshold, seed) of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The network and what is known of its nodes, matched by id.</returns>
    public static ThresholdNetwork Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Graph graph = Graph.Read(request);
        BoundTable? nodes = request.OptionalTable("nodes");
        double[]? Of(string role) => nodes is not null && nodes.Has(role) ? NodeAttributes.Numbers(graph, nodes, role) : null;
        return new ThresholdNetwork(graph, Of("threshold"), Of("seed"));
    }

    /// <summary>Gives the threshold of each node.</summary>
    internal double[] ThresholdsOr(double common)
    {
        if (Thresholds is null)
        {
            return [.. Enumerable.Repeat(common, Network.NodeCount)];
        }

        Require.SameLength(Network.NodeCount, Thresholds.Count, "nodes");
        return [.. Thresholds.Select(own => double.IsNaN(own) ? common : Require.Between(own, 0, 1, "threshold"))];
    }

    /// <summary>Says who is active at the start.</summary>
    internal bool[] SeedsOr(int first)
    {
        int count = Network.NodeCount;
        Require.That(count > 0, "network", "must have at least one node; it had none");
        if (Seeds is not null)
        {
            Require.SameLength(count, Seeds.Count, "nodes");
            return [.. Seeds.Select(seed => seed > 0)];
        }

        Require.Between(first, 0, count, "seeds");
        return [.. Enumerable.Range(0, count).Select(node => node < first)];
    }
}
