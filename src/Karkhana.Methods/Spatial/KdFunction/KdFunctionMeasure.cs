using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The K-density as a measure.</summary>
public static class KdFunctionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TravelledPoints, KdFunctionOptions, KdFunctionResult>(
        "spatial.kd-function",
        "Density of the distances between plants.",
        KdFunction.Source,
        TravelledPoints.Inputs,
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "density per unit of distance"),
            new OutputSpec("bandwidth", OutputShape.Scalar, "bandwidth, unit of distance"),
            new OutputSpec("points", OutputShape.Scalar, "number of reference points"),
        ],
        TravelledPoints.Read,
        KdFunction.Estimate);
}
