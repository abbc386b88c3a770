using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Lee's L as a measure.</summary>
public static class LeeLMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialPairs, CodingOptions, BivariateAssociationResult>(
        "spatial.lee-l",
        "Whether two numbers go together once each is smoothed over the neighbours.",
        LeeL.Source,
        [new InputSpec("values", "id, x, y"), new InputSpec("weights", "from, to; optional weight")],
        BivariateAssociationResult.Outputs,
        SpatialPairs.Read,
        LeeL.Estimate);
}
