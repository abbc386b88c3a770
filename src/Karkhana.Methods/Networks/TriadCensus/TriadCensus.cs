using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How many triples of nodes are tied in which of the sixteen ways.</summary>
public static class TriadCensus
{
    internal const string Source = "Holland & Leinhardt 1970, doi:10.1086/224954; Batagelj & Mrvar 2001, doi:10.1016/S0378-8733(01)00035-1";

    /// <summary>Counts the triads.</summary>
    /// <remarks>
    /// All n(n − 1)(n − 2)/6 triples by the number of mutual, asymmetric and null dyads and a letter for their
    /// directions. Cost: ties times the degrees of their ends; triples without two ties are not visited. Counts are
    /// exact. Source: Holland and Leinhardt 1970, doi:10.1086/224954; Batagelj and Mrvar 2001,
    /// doi:10.1016/S0378-8733(01)00035-1. Agrees with: sna 2.7-1 and networkx 2.8.8, exactly.
    /// </remarks>
    /// <param name="graph">The network; values are ignored.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The counts.</returns>
    public static TriadCensusResult Estimate(
        Graph graph, NetworkWithoutOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        // The value of a tie says which way it runs: 1 as it stands, 2 against, 3 both.
        Graph coded = graph.WithValues(_ => 1);
        Graph dyads = Graph.Of(graph.Nodes, coded.Ties().Concat(coded.Ties().Select(tie => (tie.To, tie.From, 2.0))));
        Int128[] counts = new Int128[TriadType.Names.Count];
        for (int node = 0; node < graph.NodeCount; node++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<int> others = dyads.Targets(node);
            for (int k = others.BinarySearch(node) is var place && place < 0 ? ~place : place; k < others.Length; k++)
            {
                Count(dyads, node, others[k], (int)dyads.Values(node)[k], counts);
            }
        }

        Int128 n = graph.NodeCount;
        counts[0] = (n * (n - 1) * (n - 2) / 6) - counts.Aggregate(Int128.Zero, (sum, count) => sum + count);
        return new TriadCensusResult([.. counts.Select(count => (double)count)], new Provenance("networks.triad-census", "", Source));
    }

    // Each triad is counted at its first pair, in the order of its nodes, that has a tie.
    private static bool IsFirstPair(int first, int second, int third, int firstThird) =>
        second < third || (first < third && third < second && firstThird == 0);

    private static void Count(Graph dyads, int first, int second, int pair, Int128[] counts)
    {
        ReadOnlySpan<int> a = dyads.Targets(first);
        ReadOnlySpan<int> b = dyads.Targets(second);
        ReadOnlySpan<double> aCodes = dyads.Values(first);
        ReadOnlySpan<double> bCodes = dyads.Values(second);
        (int i, int j) = (0, 0);
        int near = 0;
        while (i < a.Length || j < b.Length)
        {
            int here = i < a.Length ? a[i] : int.MaxValue;
            int there = j < b.Length ? b[j] : int.MaxValue;
            int third = Math.Min(here, there);
            int firstThird = here == third ? (int)aCodes[i++] : 0;
            int secondThird = there == third ? (int)bCodes[j++] : 0;
            if (third == first || third == second)
            {
                continue;
            }

            near++;
            counts[TriadType.Of(pair, firstThird, secondThird)] += IsFirstPair(first, second, third, firstThird) ? 1 : 0;
        }

        counts[TriadType.Of(pair, 0, 0)] += dyads.NodeCount - near - 2;
    }
}
