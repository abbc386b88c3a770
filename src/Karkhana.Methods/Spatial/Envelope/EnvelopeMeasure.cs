using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The envelope of simulated curves as a measure.</summary>
public static class EnvelopeMeasure
{
    /// <summary>Gets the outputs that every envelope gives.</summary>
    internal static IReadOnlyList<OutputSpec> Outputs { get; } =
    [
        new OutputSpec("distance", OutputShape.Vector, "distance"),
        new OutputSpec("observed", OutputShape.Vector, "observed curve"),
        new OutputSpec("lower", OutputShape.Vector, "lower limit"),
        new OutputSpec("upper", OutputShape.Vector, "upper limit"),
        new OutputSpec("p_upper", OutputShape.Vector, "(1 + number of simulated values at least as great) / (S + 1)"),
    ];

    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<CurveSet, EnvelopeOptions, CurveEnvelopeResult>(
        "spatial.envelope",
        "Band of simulated curves around an observed one.",
        CurveEnvelope.Source,
        [new InputSpec("curves", "distance, observed, simulations (list of columns)")],
        Outputs,
        CurveSet.Read,
        CurveEnvelope.Estimate);
}
