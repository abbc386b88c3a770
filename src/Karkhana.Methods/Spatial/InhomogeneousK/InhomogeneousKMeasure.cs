using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The inhomogeneous K as a measure.</summary>
public static class InhomogeneousKMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<InhomogeneousPattern, InhomogeneousKOptions, DistanceCurveResult>(
        "spatial.inhomogeneous-k",
        "K with given intensities at the points.",
        InhomogeneousK.Source,
        [new InputSpec("points", "x, y, intensity"), WindowedPattern.WindowInput],
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "K, squared unit of distance"),
        ],
        InhomogeneousPattern.Read,
        InhomogeneousK.Estimate);
}
