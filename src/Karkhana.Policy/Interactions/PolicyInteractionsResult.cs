using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>Main effects and interactions of policies, in the model.</summary>
public sealed record PolicyInteractionsResult : ITidyResult
{
    /// <summary>Gets which sets were simulated.</summary>
    public required CombinationDesign Design { get; init; }

    /// <summary>Gets the ids of the policies.</summary>
    public required IReadOnlyList<string> Policies { get; init; }

    /// <summary>Gets the effects: of pairs the interactions, of a factorial the main effects first.</summary>
    public required IReadOnlyList<PolicyInteraction> Effects { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "policy_interactions",
        Column.Of("design", Effects.Select(_ => (string?)Words.Of(Design)), "Design", "pairs: the two policies and nothing else; factorial: means over the sets of the other policies of the four."),
        Column.Of("policy", Effects.Select(one => (string?)one.Id), "Policies", "Ids joined by +; a single one is a main effect."),
        Column.Of("order", Effects.Select(one => one.Order), "Order", "", "Number of policies: 1 main effect, 2 interaction of a pair."),
        Column.Of("gain_together", Effects.Select(one => one.Together), "Gain together", "", "Gain over doing nothing of just these policies together, in the model."),
        Column.Of("gain_sum", Effects.Select(one => one.SumOfGains), "Sum of gains", "", "Sum of the gains that these policies have alone."),
        Column.Of("estimate", Effects.Select(one => one.Estimate), "Effect", "", "Interaction: what they do together beyond the sum; of a single policy, what it changes on average over the sets of the others.", recommended: true),
        Column.Of("std_error", Effects.Select(one => one.StandardError), "Standard error", "", "Over runs and parameter draws."),
        Column.Of("conf_low", Effects.Select(one => one.Low), "Low", "", "Lower limit, of this effect alone."),
        Column.Of("conf_high", Effects.Select(one => one.High), "High", "", "Upper limit, of this effect alone."),
        Column.Of("simultaneous_low", Effects.Select(one => one.SimultaneousLow), "Low, all", "", "Lower limit that holds for all effects of the design together."),
        Column.Of("simultaneous_high", Effects.Select(one => one.SimultaneousHigh), "High, all", "", "Upper limit that holds for all effects of the design together."),
        Column.Of("runs_above", Effects.Select(one => one.RunsAbove.Count), "Runs above 0", "runs", "Runs in which the effect is above 0."),
        Column.Of("runs", Effects.Select(one => one.RunsAbove.Runs), "Runs", "runs", "All runs."),
        Column.Of("verdict", Effects.Select(one => (string?)one.InWords), "In the model", "Whether the interval of the effect alone lies above or below 0."));
}
