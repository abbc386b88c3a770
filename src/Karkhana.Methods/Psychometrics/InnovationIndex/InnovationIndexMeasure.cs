using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The innovation index as a measure.</summary>
public static class InnovationIndexMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<FirmInnovations, InnovationIndexOptions, InnovationIndexResult>(
        "psychometrics.innovation-index",
        "Innovations of each firm weighted by novelty and technical depth.",
        InnovationIndex.Source,
        [
            new InputSpec("innovations", "firm, novelty (1..4), depth (1..4); optional year"),
            new InputSpec("firms", "firm: all firms that were asked, so that those without innovation get 0", Required: false),
        ],
        [
            new OutputSpec("firm", OutputShape.Vector, "firms in order of appearance"),
            new OutputSpec("count", OutputShape.Vector, "innovations within the window"),
            new OutputSpec("estimate", OutputShape.Vector, "sum of novelty times depth"),
            new OutputSpec("log_index", OutputShape.Vector, "ln(1 + estimate)"),
            new OutputSpec("greatest", OutputShape.Vector, "greatest novelty times depth"),
        ],
        FirmInnovations.Read,
        InnovationIndex.Estimate);
}
