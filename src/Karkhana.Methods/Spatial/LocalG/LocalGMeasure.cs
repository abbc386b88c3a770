using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The local G of Getis and Ord as a measure.</summary>
public static class LocalGMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialValues, LocalGOptions, LocalEstimates>(
        "spatial.local-g",
        "Where high or low values gather: Getis-Ord G and G*.",
        LocalG.Source,
        [
            new InputSpec("values", "id, value"),
            new InputSpec("weights", "from, to; optional weight"),
        ],
        [
            new OutputSpec("unit", OutputShape.Vector, "id"),
            new OutputSpec("estimate", OutputShape.Vector, "standard score; null when not defined"),
        ],
        SpatialValues.Read,
        LocalG.Estimate);
}
