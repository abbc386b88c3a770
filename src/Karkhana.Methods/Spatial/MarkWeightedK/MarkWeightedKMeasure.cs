using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The mark-weighted K as a measure.</summary>
public static class MarkWeightedKMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<WindowedPattern, MarkWeightedKOptions, MarkWeightedKResult>(
        "spatial.mark-weighted-k",
        "K with each pair counted by the product of its weights.",
        MarkWeightedK.Source,
        [WindowedPattern.PointsInput, WindowedPattern.WindowInput],
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "Kmm, squared unit of distance"),
            new OutputSpec("l_centred", OutputShape.Vector, "L less r, unit of distance"),
        ],
        WindowedPattern.Read,
        MarkWeightedK.Estimate);
}
