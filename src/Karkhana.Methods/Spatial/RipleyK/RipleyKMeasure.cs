using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Ripley's K as a measure.</summary>
public static class RipleyKMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<WindowedPattern, DistanceCurveOptions, RipleyKResult>(
        "spatial.ripley-k",
        "Ripley's K and L of one point pattern.",
        RipleyK.Source,
        [WindowedPattern.PointsInput, WindowedPattern.WindowInput],
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "K, squared unit of distance"),
            new OutputSpec("l", OutputShape.Vector, "L, unit of distance"),
            new OutputSpec("points", OutputShape.Scalar, "number of points"),
            new OutputSpec("area", OutputShape.Scalar, "area of the window"),
        ],
        WindowedPattern.Read,
        RipleyK.Estimate);
}
