using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Clark and Evans's index as a measure.</summary>
public static class ClarkEvansMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<WindowedPattern, ClarkEvansOptions, ClarkEvansResult>(
        "spatial.clark-evans",
        "Mean nearest distance over that of an even scatter, with a test.",
        ClarkEvans.Source,
        [WindowedPattern.PointsInput, WindowedPattern.WindowInput],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "R; below 1 is clustered"),
            new OutputSpec("z", OutputShape.Scalar, "standardised index"),
            new OutputSpec("p_value", OutputShape.Scalar, "two-sided p value"),
            new OutputSpec("points", OutputShape.Scalar, "number of points"),
        ],
        WindowedPattern.Read,
        ClarkEvans.Estimate);
}
