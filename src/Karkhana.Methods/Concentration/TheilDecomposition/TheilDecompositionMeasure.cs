using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The decomposition of Theil's index as a measure.</summary>
public static class TheilDecompositionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<GroupedUnits, TheilDecompositionOptions, TheilDecompositionResult>(
            "concentration.theil-decomposition",
            "Between/within decomposition of the Theil index of value against population.",
            TheilDecomposition.Source,
            [new InputSpec("units", "value, population, group")],
            [
                new OutputSpec("total", OutputShape.Scalar, "nats"),
                new OutputSpec("between", OutputShape.Scalar, "nats"),
                new OutputSpec("within", OutputShape.Scalar, "nats"),
                new OutputSpec("group", OutputShape.Vector, "codes"),
                new OutputSpec("estimate", OutputShape.Vector, "by group: index inside the group"),
            ],
            GroupedUnits.Read,
            TheilDecomposition.Estimate);
}
