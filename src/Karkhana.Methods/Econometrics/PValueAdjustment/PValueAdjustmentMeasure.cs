using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The adjustment of p-values as a measure.</summary>
public static class PValueAdjustmentMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TestFamily, PValueAdjustmentOptions, PValueAdjustmentResult>(
        "econometrics.p-value-adjustment",
        "Multiple testing corrections of p-values.",
        PValueAdjustment.Source,
        [new InputSpec("sample", "p_value; optional test (name)")],
        [
            new OutputSpec("test", OutputShape.Vector, "names, or numbers from 1"),
            new OutputSpec("adjusted", OutputShape.Vector, "adjusted p-values in the order of the input"),
        ],
        TestFamily.Read,
        PValueAdjustment.Estimate);
}
