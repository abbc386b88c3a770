using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>The matrix G of peers: who counts as a peer of a node, and how much.</summary>
/// <remarks>Source: Bramoullé, Djebbari and Fortin 2009, doi:10.1016/j.jeconom.2008.12.021.</remarks>
public sealed class PeerNetwork
{
    private const ulong FirstPrime = (1UL << 61) - 1;
    private const ulong SecondPrime = (1UL << 61) - 31;

    private readonly Graph _peers;
    private readonly bool _rowNormalised;

    private PeerNetwork(Graph peers, bool rowNormalised) => (_peers, _rowNormalised) = (peers, rowNormalised);

    /// <summary>Gets the number of nodes.</summary>
    public int Count => _peers.NodeCount;

    /// <summary>Makes the matrix of a network.</summary>
    /// <param name="network">Ties from the giver to the receiver.</param>
    /// <param name="direction">Who counts as a peer.</param>
    /// <param name="rowNormalised">Whether the weights of a node's peers add up to 1.</param>
    /// <param name="valuedTies">Whether ties weigh by their value.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">Values of ties are used and one is not above zero and finite.</exception>
    public static PeerNetwork Of(Graph network, PeerDirection direction, bool rowNormalised = true, bool valuedTies = false)
    {
        ArgumentNullException.ThrowIfNull(network);
        Require.That(
            !valuedTies || network.Ties().All(tie => tie.Value > 0 && double.IsFinite(tie.Value)), nameof(network),
            "must have ties of positive, finite value when ties weigh by their value");
        Graph turned = direction switch
        {
            PeerDirection.Givers => network.Reversed(),
            PeerDirection.Receivers => network,
            _ => network.Undirected(),
        };
        Graph weighed = valuedTies ? turned : Graph.Of(turned.Nodes, turned.Ties().Select(tie => (tie.From, tie.To, 1.0)));
        return new PeerNetwork(weighed, rowNormalised);
    }

    /// <summary>Says why a rank of {I, G, G²} is too low.</summary>
    /// <param name="rank">The rank, less than 3.</param>
    /// <returns>The reason.</returns>
    public static string ReasonOf(int rank) => rank switch
    {
        0 => "No firm has a peer: there is no peer effect to estimate.",
        1 => "All firms with peers have the same single pattern: I and G say the same, and nothing can be estimated.",
        _ => "G² is a linear combination of I and G: the peers of a firm's peers are again its peers, as when everyone is tied to everyone. "
            + "Peer effects cannot be told from effects of the peers' traits; no model is to be estimated on this network.",
    };

    /// <summary>Gives every firm with each of its peers.</summary>
    /// <returns>Positions of the firm and of its peer.</returns>
    public IEnumerable<(int Node, int Peer)> Pairs() => _peers.Ties().Select(tie => (tie.From, tie.To));

    /// <summary>Says which nodes have no peer.</summary>
    /// <returns>One value per node.</returns>
    public bool[] Isolates() => [.. Enumerable.Range(0, Count).Select(node => _peers.Targets(node).Length == 0)];

    /// <summary>Gives Gx: the mean, or sum, over each node's peers; 0 without peers.</summary>
    /// <param name="values">One per node.</param>
    /// <returns>One per node.</returns>
    public double[] OfPeers(ReadOnlySpan<double> values)
    {
        Require.SameLength(Count, values.Length, nameof(values));
        double[] result = new double[values.Length];
        for (int node = 0; node < result.Length; node++)
        {
            double sum = 0;
            double weight = 0;
            ReadOnlySpan<int> targets = _peers.Targets(node);
            for (int k = 0; k < targets.Length; k++)
            {
                sum += _peers.Values(node)[k] * values[targets[k]];
                weight += _peers.Values(node)[k];
            }

            result[node] = _rowNormalised && weight > 0 ? sum / weight : sum;
        }

        return result;
    }

    /// <summary>Finds the rank of {I, G, …, Gᵖ} as vectors of matrix cells, over the nodes that have peers.</summary>
    /// <remarks>By elimination modulo two 61-bit primes, without rounding: a full rank is proven, and a rank that is too low would have to
    /// be wrong by both primes. Cost: walks of p ties while the rank is too low; a full rank ends the search.</remarks>
    /// <param name="powers">p, 2 or 3.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The rank, at most p + 1.</returns>
    public int Rank(int powers, CancellationToken cancellationToken = default)
    {
        Require.Between(powers, 2, 3);
        int first = PeerRank.Of(_peers, _rowNormalised, powers, FirstPrime, cancellationToken);
        return first > powers ? first : Math.Max(first, PeerRank.Of(_peers, _rowNormalised, powers, SecondPrime, cancellationToken));
    }

    /// <summary>Gives the part of the network that each node belongs to, whatever the direction of ties.</summary>
    /// <returns>One number per node, from 0.</returns>
    public int[] Components() => Networks.Components.Weak(_peers);
}
