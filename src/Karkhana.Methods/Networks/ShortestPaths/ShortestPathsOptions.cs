using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on shortest paths.</summary>
public sealed record ShortestPathsOptions : ValuedNetworkOptions
{
    /// <summary>Gets the node from which distances are measured.</summary>
    /// <value>The id of a node of the network; there is no default.</value>
    [Description("Id of the node from which distances are measured.")]
    public required string Source { get; init; }
}
