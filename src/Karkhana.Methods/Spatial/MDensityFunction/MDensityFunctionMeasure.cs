using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The m function as a measure.</summary>
public static class MDensityFunctionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TravelledPoints, MDensityFunctionOptions, MDensityFunctionResult>(
        "spatial.m-density-function",
        "Relative concentration of a type at a distance.",
        MDensityFunction.Source,
        TravelledPoints.Inputs,
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "m(r); 1 means no concentration"),
            new OutputSpec("bandwidth", OutputShape.Scalar, "bandwidth, unit of distance"),
        ],
        TravelledPoints.Read,
        MDensityFunction.Estimate);
}
