using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The spatial lag model by two-stage least squares as a measure.</summary>
public static class SpatialTwoStageLeastSquaresMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<SpatialSample, SpatialTwoStageLeastSquaresOptions, SpatialTwoStageLeastSquaresResult>(
            "econometrics.spatial-two-stage-least-squares",
            "Spatial lag model by two-stage least squares.",
            SpatialTwoStageLeastSquares.Source,
            SpatialSample.Inputs,
            TwoStageLeastSquaresMeasure.Definition.Outputs,
            SpatialSample.Read,
            SpatialTwoStageLeastSquares.Estimate);
}
