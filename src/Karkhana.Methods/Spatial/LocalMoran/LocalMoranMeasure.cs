using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Local Moran as a measure.</summary>
public static class LocalMoranMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialValues, LocalMoranOptions, LocalMoranResult>(
        "spatial.local-moran",
        "How alike each unit and its neighbours are.",
        LocalMoran.Source,
        [
            new InputSpec("values", "id, value"),
            new InputSpec("weights", "from, to; optional weight"),
        ],
        [
            new OutputSpec("unit", OutputShape.Vector, "id"),
            new OutputSpec("estimate", OutputShape.Vector, "I_i; null without neighbours"),
            new OutputSpec("expectation", OutputShape.Vector, "under the null"),
            new OutputSpec("variance", OutputShape.Vector, "under the null"),
            new OutputSpec("z", OutputShape.Vector, "standard deviations from the expectation"),
            new OutputSpec("p_value", OutputShape.Vector, "normal p-value"),
            new OutputSpec("quadrant", OutputShape.Vector, "high-high, low-low, high-low, low-high: the unit first"),
        ],
        SpatialValues.Read,
        LocalMoran.Estimate);
}
