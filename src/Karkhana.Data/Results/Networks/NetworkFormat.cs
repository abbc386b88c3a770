namespace Karkhana.Data.Results.Networks;

/// <summary>How a network is written.</summary>
public enum NetworkFormat
{
    /// <summary>GraphML 1.0, for Gephi, igraph, networkx.</summary>
    GraphMl,

    /// <summary>GEXF 1.2, for Gephi and networkx.</summary>
    Gexf,

    /// <summary>Two tables: nodes and ties.</summary>
    Csv,

    /// <summary>A matrix per kind and wave, attributes of actors and a script, for RSiena.</summary>
    RSiena,
}
