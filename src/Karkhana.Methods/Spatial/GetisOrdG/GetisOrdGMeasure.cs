using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The global G of Getis and Ord as a measure.</summary>
public static class GetisOrdGMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialValues, GetisOrdGOptions, AssociationTestResult>(
        "spatial.getis-ord-g",
        "Whether high values lie near high ones: the global G with its analytic test.",
        GetisOrdG.Source,
        [new InputSpec("values", "id, value"), new InputSpec("weights", "from, to; optional weight")],
        AssociationTestResult.Outputs,
        SpatialValues.Read,
        GetisOrdG.Estimate);
}
