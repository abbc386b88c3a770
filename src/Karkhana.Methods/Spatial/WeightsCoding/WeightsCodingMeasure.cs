using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Coding schemes of weights as a measure.</summary>
public static class WeightsCodingMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialWeights, CodingOptions, WeightsResult>(
        "spatial.weights-coding",
        "Scales the weights of neighbours and gives the constants S0, S1 and S2.",
        WeightsCoding.Source,
        [new InputSpec("weights", "from, to; optional weight")],
        WeightsResult.OutputsOf("unit"),
        LinkedUnits.Read,
        WeightsCoding.Estimate);
}
