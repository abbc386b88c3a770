using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Neighbours by a graph of points as a measure.</summary>
public static class GraphWeightsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PointPattern, GraphWeightsOptions, WeightsResult>(
        "spatial.graph-weights",
        "Neighbours of points by the Delaunay, Gabriel or relative neighbour graph.",
        GraphWeights.Source,
        [new InputSpec("points", "x, y; optional type, weight")],
        WeightsResult.OutputsOf("point"),
        PointPattern.Read,
        GraphWeights.Estimate);
}
