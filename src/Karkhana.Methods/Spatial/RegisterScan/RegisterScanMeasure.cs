using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The register scan as a measure.</summary>
public static class RegisterScanMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PointPattern, RegisterScanOptions, RegisterScanResult>(
        "spatial.register-scan",
        "Kd and M with bands and a test for all industries of a register.",
        RegisterScan.Source,
        [new InputSpec("points", "x, y, type (the industry)")],
        [
            new OutputSpec("industry", OutputShape.Vector, "names, one entry per industry and statistic"),
            new OutputSpec("statistic", OutputShape.Vector, "kd or m_function"),
            new OutputSpec("points", OutputShape.Vector, "establishments"),
            new OutputSpec("method", OutputShape.Vector, "exact, gridded or none"),
            new OutputSpec("verdict", OutputShape.Vector, "localised, dispersed, no_departure, cannot_tell, too_few"),
            new OutputSpec("p_value", OutputShape.Vector, "of the whole curve, two-sided"),
            new OutputSpec("adjusted_p_value", OutputShape.Vector, "by Benjamini and Hochberg over the industries"),
            new OutputSpec("peak_distance", OutputShape.Vector, "distance of the strongest departure"),
            new OutputSpec("bandwidth", OutputShape.Vector, "bandwidth of Kd"),
            .. Curves("kd", "density of the distances"),
            .. Curves("m", "M; 1 means no concentration"),
        ],
        PointPattern.Read,
        RegisterScan.Estimate);

    private static IEnumerable<OutputSpec> Curves(string name, string meaning) =>
    [
        new OutputSpec($"{name}_distance", OutputShape.Vector, "distances"),
        new OutputSpec(name, OutputShape.Matrix, $"tested industry by distance: {meaning}"),
        new OutputSpec($"{name}_pointwise_lower", OutputShape.Matrix, "limit at each distance alone"),
        new OutputSpec($"{name}_pointwise_upper", OutputShape.Matrix, "limit at each distance alone"),
        new OutputSpec($"{name}_lower", OutputShape.Matrix, "global limit"),
        new OutputSpec($"{name}_upper", OutputShape.Matrix, "global limit"),
        new OutputSpec($"{name}_localisation", OutputShape.Matrix, "max(observed − upper, 0)"),
        new OutputSpec($"{name}_dispersion", OutputShape.Matrix, "max(lower − observed, 0) when never localised"),
    ];
}
