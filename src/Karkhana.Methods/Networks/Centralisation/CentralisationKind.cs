namespace Karkhana.Methods.Networks;

/// <summary>The centrality whose concentration is measured.</summary>
public enum CentralisationKind
{
    /// <summary>Ties received.</summary>
    Indegree,

    /// <summary>Ties sent.</summary>
    Outdegree,

    /// <summary>Directed betweenness.</summary>
    Betweenness,
}
