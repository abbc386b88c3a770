using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How ties become the matrix of peers.</summary>
public sealed record PeerStructureOptions
{
    /// <summary>Gets who counts as a peer.</summary>
    /// <value>Those that give to the firm unless set.</value>
    public PeerDirection Direction { get; init; } = PeerDirection.Givers;

    /// <summary>Gets a value indicating whether the weights of a firm's peers add up to 1, so that a firm meets the mean
    /// of its peers and not their sum.</summary>
    /// <value>True unless set.</value>
    public bool RowNormalised { get; init; } = true;

    /// <summary>Gets a value indicating whether ties weigh by their value, which must be above zero.</summary>
    /// <value>False unless set: every tie weighs 1.</value>
    public bool ValuedTies { get; init; }
}
