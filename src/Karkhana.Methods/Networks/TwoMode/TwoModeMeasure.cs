using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Two-mode statistics as a measure.</summary>
public static class TwoModeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Affiliations, TwoModeOptions, TwoModeResult>(
        "networks.two-mode",
        "Density, degrees and clustering of actors who belong to events, and the network of actors that share events.",
        TwoMode.Source,
        [new InputSpec("affiliation", "actor, event")],
        [
            new OutputSpec("density", OutputShape.Scalar, "share of possible ties"),
            new OutputSpec("node", OutputShape.Vector, "actors, then events"),
            new OutputSpec("degree_centrality", OutputShape.Vector, "degree over size of the other mode"),
            new OutputSpec("actor", OutputShape.Vector, "actors"),
            new OutputSpec("clustering", OutputShape.Vector, "likeness of events with those who share one"),
            new OutputSpec("robins_alexander", OutputShape.Scalar, "closed paths of three ties"),
            new OutputSpec("projection", OutputShape.Matrix, "shared events, actor by actor"),
        ],
        Affiliations.Read,
        TwoMode.Estimate);
}
