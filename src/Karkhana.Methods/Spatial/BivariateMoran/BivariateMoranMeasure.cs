using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The bivariate Moran as a measure.</summary>
public static class BivariateMoranMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialPairs, BivariateMoranOptions, BivariateAssociationResult>(
        "spatial.bivariate-moran",
        "Whether one number goes with the other number of the neighbours.",
        BivariateMoran.Source,
        [new InputSpec("values", "id, x, y"), new InputSpec("weights", "from, to; optional weight")],
        BivariateAssociationResult.Outputs,
        SpatialPairs.Read,
        BivariateMoran.Estimate);
}
