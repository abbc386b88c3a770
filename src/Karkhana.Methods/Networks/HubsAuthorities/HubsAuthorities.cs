using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Good hubs send ties to good authorities, and good authorities receive them from good hubs.</summary>
public static class HubsAuthorities
{
    internal const string Source = "Kleinberg 1999, doi:10.1145/324133.324140";

    /// <summary>Finds both scores.</summary>
    /// <remarks>
    /// The principal eigenvectors of A Aᵀ (hub) and Aᵀ A (authority), the largest entry 1. When the largest eigenvalue
    /// comes more than once, as in parts that are alike, the scores are those that equal starting scores lead to.
    /// Without ties: NaN and a note. Cost: 2 m per iteration. Source: Kleinberg 1999, doi:10.1145/324133.324140. Agrees
    /// with: igraph 1.3.5, relative 1e-6, the precision of its own.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Values.</param>
    /// <param name="execution">Not used: one step follows from the other.</param>
    /// <param name="cancellationToken">Looked at between iterations.</param>
    /// <returns>Hub and authority score of each node.</returns>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public static HubsAuthoritiesResult Estimate(
        Graph graph, HubsAuthoritiesOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new HubsAuthoritiesOptions();
        int n = graph.NodeCount;
        Provenance provenance = new(
            "networks.hubs-authorities",
            FormattableString.Invariant($"{TieValues.InWords(options.Weighted, options.ValueMeaning)}, max_iterations = {options.MaxIterations}"),
            Source);
        if (graph.TieCount == 0)
        {
            double[] undefined = [.. Enumerable.Repeat(double.NaN, n)];
            return new HubsAuthoritiesResult(graph.Nodes, undefined, undefined, [NetworkNotes.NoTies()], provenance);
        }

        Graph strengths = TieValues.Strengths(graph, options.Weighted, options.ValueMeaning);
        double largest = strengths.Ties().Max(tie => tie.Value);
        Graph sent = strengths.WithValues(value => value / largest);
        Graph received = sent.Reversed();
        double[] hubs = new double[n];
        PowerIteration found = PowerIteration.Run(
            n,
            (authorities, next) =>
            {
                sent.Multiply(authorities, hubs);
                received.Multiply(hubs, next);
            },
            options.MaxIterations,
            cancellationToken);
        sent.Multiply(found.Vector, hubs);
        return new HubsAuthoritiesResult(graph.Nodes, ToMaximum(hubs), ToMaximum(found.Vector), found.Notes, provenance);
    }

    private static double[] ToMaximum(double[] scores)
    {
        double largest = scores.Max();
        return [.. scores.Select(score => score / largest)];
    }
}
