using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>A Markov chain as a measure.</summary>
public static class MarkovChainMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TransitionTable, MarkovChainOptions, MarkovChainResult>(
        "experiments.markov-chain",
        "Long-run properties and mobility indices of a transition matrix.",
        MarkovChain.Source,
        [new InputSpec("transitions", "from, to, probability")],
        [
            new OutputSpec("state", OutputShape.Vector, "states in the order of the input"),
            new OutputSpec("stationary", OutputShape.Vector, "long-run share of time by state; NaN when it depends on the start"),
            new OutputSpec("mean_recurrence", OutputShape.Vector, "mean steps until the state comes back"),
            new OutputSpec("mean_first_passage", OutputShape.Matrix, "mean steps from (row) to (column); infinite where it may never be reached"),
            new OutputSpec("transition_power", OutputShape.Matrix, "probabilities over power steps"),
            new OutputSpec("shorrocks", OutputShape.Scalar, "mobility by the trace, 0 when nobody moves"),
            new OutputSpec("eigenvalue_mobility", OutputShape.Scalar, "1 - |second eigenvalue|"),
            new OutputSpec("half_life", OutputShape.Scalar, "steps in which the memory of the start halves"),
        ],
        TransitionTable.Read,
        MarkovChain.Estimate);
}
