using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The pair correlation function as a measure.</summary>
public static class PairCorrelationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<WindowedPattern, DistanceCurveOptions, DistanceCurveResult>(
        "spatial.pair-correlation",
        "Frequency of distances between points, relative to an even scatter.",
        PairCorrelation.Source,
        [WindowedPattern.PointsInput, WindowedPattern.WindowInput],
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "g; 1 is an even scatter"),
        ],
        WindowedPattern.Read,
        PairCorrelation.Estimate);
}
