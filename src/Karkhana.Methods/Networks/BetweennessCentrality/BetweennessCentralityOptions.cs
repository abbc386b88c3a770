using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on betweenness.</summary>
public sealed record BetweennessCentralityOptions : ValuedNetworkOptions
{
    /// <summary>Gets a value indicating whether the sum is divided by the number of pairs of other nodes.</summary>
    /// <value>False unless set.</value>
    [Description("Divide by the pairs of other nodes: (n-1)(n-2), half of it when not directed.")]
    public bool Normalised { get; init; }

    /// <summary>Gets how paths are counted.</summary>
    /// <value><see cref="PathCount.Share"/> unless set.</value>
    [Description("share of the pair's shortest paths, or all paths (stress centrality).")]
    public PathCount Count { get; init; }
}
