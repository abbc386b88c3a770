using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Long-run properties and mobility of a Markov chain.</summary>
public sealed record MarkovChainResult : IMeasureResult
{
    /// <summary>Gets the states.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Gets the long-run share of time in each state; NaN when it depends on the start.</summary>
    public required IReadOnlyList<double> Stationary { get; init; }

    /// <summary>Gets the mean steps from each state (row) to each other; infinite where it may never be reached.</summary>
    public required IReadOnlyList<double> MeanFirstPassage { get; init; }

    /// <summary>Gets the transition probabilities over the steps asked for, row after row.</summary>
    public required IReadOnlyList<double> TransitionPower { get; init; }

    /// <summary>Gets the index of Shorrocks: 0 when nobody moves, 1 when the next state does not depend on the last.</summary>
    public required double Shorrocks { get; init; }

    /// <summary>Gets 1 − |λ₂|.</summary>
    public required double EigenvalueMobility { get; init; }

    /// <summary>Gets the steps in which the memory of the start halves; infinite when it does not.</summary>
    public required double HalfLife { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<double> MeanRecurrence => Stationary.Select(share => 1 / share);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("state", States)
        .Vector("stationary", Stationary)
        .Vector("mean_recurrence", MeanRecurrence)
        .Matrix("mean_first_passage", States, States, MeanFirstPassage)
        .Matrix("transition_power", States, States, TransitionPower)
        .Scalar("shorrocks", Shorrocks)
        .Scalar("eigenvalue_mobility", EigenvalueMobility)
        .Scalar("half_life", HalfLife);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "markov_chain",
        Column.Of("state", States, "State", "State of the chain."),
        Column.Of("stationary", Stationary, "Long-run share", "share", "Share of time in the long run.", recommended: true),
        Column.Of("mean_recurrence", MeanRecurrence, "Mean recurrence", "steps", "Mean steps until the state comes back."),
        Column.Of("shorrocks", States.Select(_ => Shorrocks), "Shorrocks", "", "Mobility of the chain, by the trace."),
        Column.Of("eigenvalue_mobility", States.Select(_ => EigenvalueMobility), "1 − |λ₂|", "", "Mobility of the chain, by the second eigenvalue."),
        Column.Of("half_life", States.Select(_ => HalfLife), "Half-life", "steps", "Steps in which the memory of the start halves."));
}
