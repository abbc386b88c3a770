using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The test of a curve under a null model as a measure.</summary>
public static class CurveTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PointPattern, CurveTestOptions, CurveTestResult>(
        "spatial.curve-test",
        "Test of a distance curve by patterns drawn under a null model.",
        CurveTest.Source,
        [new InputSpec("points", "x, y; optional type, weight")],
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("observed", OutputShape.Vector, "observed curve"),
            new OutputSpec("lower", OutputShape.Vector, "lower limit of the band"),
            new OutputSpec("upper", OutputShape.Vector, "upper limit of the band"),
            new OutputSpec("lower_pointwise", OutputShape.Vector, "lower limit at each distance alone"),
            new OutputSpec("upper_pointwise", OutputShape.Vector, "upper limit at each distance alone"),
            new OutputSpec("p_pointwise", OutputShape.Vector, "two-sided p-value at each distance alone"),
            new OutputSpec("localisation", OutputShape.Vector, "how far above the global upper band"),
            new OutputSpec("dispersion", OutputShape.Vector, "how far below the global lower band; 0 when localised"),
            new OutputSpec("p_value", OutputShape.Scalar, "exact test by the greatest studentised deviation"),
            new OutputSpec("p_fit", OutputShape.Scalar, "test by squared departures over distance"),
            new OutputSpec("peak_distance", OutputShape.Scalar, "distance of the greatest deviation"),
            new OutputSpec("peak_deviation", OutputShape.Scalar, "greatest deviation in standard deviations"),
            new OutputSpec("points", OutputShape.Scalar, "number of reference points"),
        ],
        PointPattern.Read,
        CurveTest.Estimate);
}
