using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The technology sophistication index as a measure.</summary>
public static class TechnologySophisticationIndexMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TechnologyRanks, TechnologySophisticationIndexOptions, TechnologySophisticationIndexResult>(
        "psychometrics.technology-sophistication-index",
        "Firm level technology index over business functions.",
        TechnologySophisticationIndex.Source,
        [new InputSpec("functions", "function, rank (empty = not applicable), levels")],
        [
            new OutputSpec("index", OutputShape.Scalar, "1..5"),
            new OutputSpec("function", OutputShape.Vector, "function codes"),
            new OutputSpec("estimate", OutputShape.Vector, "1..5, null when not applicable"),
        ],
        TechnologyRanks.Read,
        TechnologySophisticationIndex.Estimate);
}
