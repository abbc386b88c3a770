using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The goodness-of-fit test of a curve as a measure.</summary>
public static class EnvelopeTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<CurveSet, EnvelopeTestOptions, EnvelopeTestResult>(
        "spatial.envelope-test",
        "Goodness-of-fit test of an observed curve against simulated ones.",
        EnvelopeTest.Source,
        [new InputSpec("curves", "distance, observed, simulations (list of columns)")],
        [new OutputSpec("p_value", OutputShape.Scalar, "share of simulated curves that depart more")],
        CurveSet.Read,
        EnvelopeTest.Estimate);
}
