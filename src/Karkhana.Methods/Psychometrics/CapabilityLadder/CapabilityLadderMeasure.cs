using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The capability ladder as a measure.</summary>
public static class CapabilityLadderMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<CapabilityAnchors, CapabilityLadderOptions, CapabilityLadderResult>(
        "psychometrics.capability-ladder",
        "Function scores, attained complexity levels, breadth and depth of the capability matrix from anchored items.",
        CapabilityLadder.Source,
        [new InputSpec("anchors", "function, complexity (1, 2, 3), score (0..3; empty = not applicable); optional pass_score")],
        [
            new OutputSpec("function", OutputShape.Vector, "function codes"),
            new OutputSpec("score", OutputShape.Vector, "0..1"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limit of the score"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limit of the score"),
            new OutputSpec("level", OutputShape.Vector, "0..levels"),
            new OutputSpec("index", OutputShape.Scalar, "mean of the scores"),
            new OutputSpec("breadth", OutputShape.Scalar, "functions with a level of at least 1"),
            new OutputSpec("depth", OutputShape.Scalar, "highest level"),
        ],
        CapabilityAnchors.Read,
        CapabilityLadder.Estimate);
}
