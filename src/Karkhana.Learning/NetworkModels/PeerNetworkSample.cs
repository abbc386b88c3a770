using Karkhana.Methods.Networks;

namespace Karkhana.Learning;

/// <summary>Who looks to whom among the firms of a learning sample.</summary>
/// <param name="Ties">The network; its nodes are the firms of the sample, in their order.</param>
/// <param name="Response">The share of the firms on the roster that answered, 0 to 1.</param>
public sealed record PeerNetworkSample(Graph Ties, double Response)
{
    /// <summary>Gets who counts as a peer.</summary>
    /// <value>Those that give to the firm unless set: ties go from the giver to the receiver.</value>
    public PeerDirection Direction { get; init; } = PeerDirection.Givers;
}
