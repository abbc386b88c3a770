using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Community detection as a measure.</summary>
public static class CommunityDetectionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, CommunityDetectionOptions, CommunityDetectionResult>(
        "networks.community-detection",
        "Parts of a network within which ties are denser than degrees let expect.",
        CommunityDetection.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("community", OutputShape.Vector, "label from 1"),
            new OutputSpec("modularity", OutputShape.Scalar, "of the best partition found"),
            new OutputSpec("stability", OutputShape.Scalar, "mean adjusted Rand index over pairs of starts, NaN with one"),
            new OutputSpec("start_modularity", OutputShape.Vector, "modularity that each start reached"),
        ],
        Graph.Read,
        CommunityDetection.Estimate);
}
