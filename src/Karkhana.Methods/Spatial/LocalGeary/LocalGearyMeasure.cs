using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Local Geary as a measure.</summary>
public static class LocalGearyMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialVariables, CodingOptions, LocalEstimates>(
        "spatial.local-geary",
        "How far each unit differs from its neighbours, in one or several variables.",
        LocalGeary.Source,
        [
            new InputSpec("values", "id, variables (list of columns)"),
            new InputSpec("weights", "from, to; optional weight"),
        ],
        [
            new OutputSpec("unit", OutputShape.Vector, "id"),
            new OutputSpec("estimate", OutputShape.Vector, "c_i; null when not defined"),
        ],
        SpatialVariables.Read,
        LocalGeary.Estimate);
}
