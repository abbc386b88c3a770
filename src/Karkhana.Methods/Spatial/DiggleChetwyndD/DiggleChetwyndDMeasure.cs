using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Diggle and Chetwynd's D as a measure.</summary>
public static class DiggleChetwyndDMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<WindowedPattern, DiggleChetwyndDOptions, DistanceCurveResult>(
        "spatial.diggle-chetwynd-d",
        "Difference of the K functions of cases and controls.",
        DiggleChetwyndD.Source,
        [WindowedPattern.PointsInput, WindowedPattern.WindowInput],
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "D, squared unit of distance"),
        ],
        WindowedPattern.Read,
        DiggleChetwyndD.Estimate);
}
