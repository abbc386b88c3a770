using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The envelope of the M function under given relabellings as a measure.</summary>
public static class MFunctionEnvelopeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RelabelledPattern, MFunctionEnvelopeOptions, CurveEnvelopeResult>(
        "spatial.m-function-envelope",
        "M function with its band under given relabellings.",
        MFunction.Source,
        [
            new InputSpec("points", "x, y; optional type, weight"),
            new InputSpec("permutations", "id; every other column is a position from 1"),
        ],
        [.. EnvelopeMeasure.Outputs, new OutputSpec(
            "simulated", OutputShape.Matrix, "simulation by distance: M of each relabelling")],
        RelabelledPattern.Read,
        MFunctionEnvelope.Estimate);
}
