using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>An NK landscape as a measure.</summary>
public static class NkLandscapeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<FitnessContributions, NkLandscapeOptions, NkLandscapeResult>(
        "experiments.nk-landscape",
        "Fitness of all combinations of interdependent choices, with optima and the ends of steepest ascent.",
        NkLandscape.Source,
        [new InputSpec("contributions", "locus (from 1), state (from 0), value")],
        [
            new OutputSpec("genotype", OutputShape.Vector, "0 to 2^N - 1"),
            new OutputSpec("fitness", OutputShape.Vector, "mean contribution"),
            new OutputSpec("steepest_ascent_end", OutputShape.Vector, "genotype reached"),
            new OutputSpec("local_optimum", OutputShape.Vector, "genotype codes"),
            new OutputSpec("global_optimum", OutputShape.Scalar, "genotype code"),
        ],
        FitnessContributions.Read,
        NkLandscape.Estimate);
}
