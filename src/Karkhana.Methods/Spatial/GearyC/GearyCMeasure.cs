using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Geary's C as a measure.</summary>
public static class GearyCMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialValues, AutocorrelationTestOptions, AssociationTestResult>(
        "spatial.geary-c",
        "How much neighbours differ: Geary's C with its analytic test.",
        GearyC.Source,
        [new InputSpec("values", "id, value"), new InputSpec("weights", "from, to; optional weight")],
        AssociationTestResult.Outputs,
        SpatialValues.Read,
        GearyC.Estimate);
}
