using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Degree centrality as a measure.</summary>
public static class DegreeCentralityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, DegreeCentralityOptions, DegreeCentralityResult>(
        "networks.degree-centrality",
        "Ties that each node sends and receives, or their summed value.",
        DegreeCentrality.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("indegree", OutputShape.Vector, "ties received"),
            new OutputSpec("outdegree", OutputShape.Vector, "ties sent"),
            new OutputSpec("total", OutputShape.Vector, "both"),
        ],
        Graph.Read,
        DegreeCentrality.Estimate);
}
