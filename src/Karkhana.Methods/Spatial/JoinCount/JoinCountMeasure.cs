using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Join counts as a measure.</summary>
public static class JoinCountMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialColours, BinaryCodingOptions, JoinCountResult>(
        "spatial.join-count",
        "Whether units of one colour lie side by side more often than shuffled colours would.",
        JoinCount.Source,
        [new InputSpec("values", "id, colour"), new InputSpec("weights", "from, to; optional weight")],
        [
            new OutputSpec("colour", OutputShape.Vector, "pair r:s with r >= s in text order, or total"),
            new OutputSpec("estimate", OutputShape.Vector, "by colour: join count"),
            new OutputSpec("expectation", OutputShape.Vector, "by colour"),
            new OutputSpec("variance", OutputShape.Vector, "by colour"),
            new OutputSpec("z", OutputShape.Vector, "by colour: standard score"),
            new OutputSpec("p_value", OutputShape.Vector, "by colour: one-sided greater, same colour only"),
        ],
        SpatialColours.Read,
        JoinCount.Estimate);
}
