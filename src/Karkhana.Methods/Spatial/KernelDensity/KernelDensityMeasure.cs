using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The kernel density as a measure.</summary>
public static class KernelDensityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<KernelDensityInput, KernelDensityOptions, KernelDensityResult>(
        "spatial.kernel-density",
        "Kernel density of points, at places or at the points.",
        KernelDensity.Source,
        [
            WindowedPattern.PointsInput,
            new InputSpec("locations", "optional: x, y; null = the points", Required: false),
            WindowedPattern.WindowInput with { Required = false },
        ],
        [
            new OutputSpec("location", OutputShape.Vector, "1-based row of the place"),
            new OutputSpec("estimate", OutputShape.Vector, "points or weight per square unit"),
        ],
        KernelDensityInput.Read,
        KernelDensity.Estimate);
}
