using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The cross-type K as a measure.</summary>
public static class CrossKMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<WindowedPattern, CrossKOptions, CrossKResult>(
        "spatial.cross-k",
        "K and L between two types of points.",
        CrossK.Source,
        [WindowedPattern.PointsInput, WindowedPattern.WindowInput],
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "K, squared unit of distance"),
            new OutputSpec("l", OutputShape.Vector, "L, unit of distance"),
        ],
        WindowedPattern.Read,
        CrossK.Estimate);
}
