using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The band of the K-density under given relabellings as a measure.</summary>
public static class KdFunctionEnvelopeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RelabelledPattern, KdFunctionEnvelopeOptions, KdFunctionEnvelopeResult>(
        "spatial.kd-function-envelope",
        "Density of the distances between plants with its band under given relabellings.",
        KdFunction.Source,
        [
            new InputSpec("points", "x, y; optional type, weight"),
            new InputSpec("permutations", "id; every other column is a position from 1"),
        ],
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("observed", OutputShape.Vector, "Kd of the observed pattern"),
            new OutputSpec("lower", OutputShape.Vector, "k-th least simulated value"),
            new OutputSpec("upper", OutputShape.Vector, "k-th greatest simulated value"),
            new OutputSpec("share_above", OutputShape.Scalar, "share of simulated curves above the band somewhere"),
            new OutputSpec("share_below", OutputShape.Scalar, "share of simulated curves below the band somewhere"),
            new OutputSpec("share_any", OutputShape.Scalar, "share of simulated curves that leave the band somewhere"),
            new OutputSpec("bandwidth", OutputShape.Scalar, "bandwidth of the observed pattern"),
        ],
        RelabelledPattern.Read,
        KdFunctionEnvelope.Estimate);
}
