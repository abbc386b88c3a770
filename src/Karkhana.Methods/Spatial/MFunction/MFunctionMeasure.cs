using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The M function as a measure.</summary>
public static class MFunctionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TravelledPoints, MFunctionOptions, MFunctionResult>(
        "spatial.m-function",
        "Relative concentration of a type within a distance.",
        MFunction.Source,
        TravelledPoints.Inputs,
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "M(r); 1 means no concentration"),
            new OutputSpec("individual", OutputShape.Matrix, "distance by reference point: local over global"),
        ],
        TravelledPoints.Read,
        MFunction.Estimate);
}
