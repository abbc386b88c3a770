using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on centralisation.</summary>
public sealed record CentralisationOptions
{
    /// <summary>Gets the centrality.</summary>
    /// <value><see cref="CentralisationKind.Indegree"/> unless set.</value>
    [Description("Centrality whose concentration is measured.")]
    public CentralisationKind Kind { get; init; }
}
