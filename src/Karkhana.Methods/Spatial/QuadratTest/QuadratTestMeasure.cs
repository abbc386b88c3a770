using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The quadrat test as a measure.</summary>
public static class QuadratTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<WindowedPattern, QuadratTestOptions, QuadratTestResult>(
        "spatial.quadrat-test",
        "Chi-square test of an even scatter on a grid of tiles.",
        QuadratTest.Source,
        [WindowedPattern.PointsInput, WindowedPattern.WindowInput],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "chi-square"),
            new OutputSpec("df", OutputShape.Scalar, "degrees of freedom"),
            new OutputSpec("p_value", OutputShape.Scalar, "twice the smaller tail"),
            new OutputSpec("count", OutputShape.Vector, "points in each tile, row by row from the top, left to right"),
        ],
        WindowedPattern.Read,
        QuadratTest.Estimate);
}
