using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I as a measure.</summary>
public static class MoranIMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialValues, AutocorrelationTestOptions, AssociationTestResult>(
        "spatial.moran-i",
        "Whether neighbours have similar values: Moran's I with its analytic test.",
        MoranI.Source,
        [new InputSpec("values", "id, value"), new InputSpec("weights", "from, to; optional weight")],
        AssociationTestResult.Outputs,
        SpatialValues.Read,
        MoranI.Estimate);
}
