using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The spatial correlogram as a measure.</summary>
public static class CorrelogramMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialValues, CorrelogramOptions, CorrelogramResult>(
        "spatial.correlogram",
        "How far similarity reaches: Moran's I by order of neighbours.",
        Correlogram.Source,
        [new InputSpec("values", "id, value"), new InputSpec("weights", "from, to; optional weight")],
        [
            new OutputSpec("order", OutputShape.Vector, "steps between the units"),
            new OutputSpec("estimate", OutputShape.Vector, "by order: I"),
            new OutputSpec("expectation", OutputShape.Vector, "by order"),
            new OutputSpec("variance", OutputShape.Vector, "by order: under randomisation"),
        ],
        SpatialValues.Read,
        Correlogram.Estimate);
}
