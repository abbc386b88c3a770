using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Simulation;

/// <summary>One replicate of one scenario: what happened, quarter by quarter, in the model.</summary>
public sealed record ClusterPanel : ITidyResult
{
    /// <summary>Gets the id of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Gets the replicate.</summary>
    public required int Replicate { get; init; }

    /// <summary>Gets the quarters, from before the burn-in to the end.</summary>
    public required IReadOnlyList<QuarterSummary> Quarters { get; init; }

    /// <summary>Gets the firms when policies start.</summary>
    public required IReadOnlyList<FirmSnapshot> FirmsAtStart { get; init; }

    /// <summary>Gets the firms at the end.</summary>
    public required IReadOnlyList<FirmSnapshot> FirmsAtEnd { get; init; }

    /// <summary>Gets a value indicating whether the firms are synthetic.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Gets the seed.</summary>
    public required ulong Seed { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes =>
    [
        new Note("in-the-model", Severity.Information, "One run of a model under its assumptions; no forecast of what these firms will become."),
        .. Synthetic ? [new Note("synthetic", Severity.Warning, "The firms are synthetic.")] : Array.Empty<Note>(),
    ];

    /// <inheritdoc/>
    public Provenance Provenance =>
        new("simulation.cluster-learning-model", FormattableString.Invariant($"scenario = {Scenario}, replicate = {Replicate}"), ClusterLearningModel.Source, Seed);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "cluster_panel",
        [
            Column("quarter", quarter => quarter.Quarter),
            Column("firms", quarter => quarter.All.Firms),
            Column("capability_mean", quarter => quarter.All.MeanCapability),
            Column("capability_sd", quarter => quarter.All.CapabilitySpread),
            Column("capability_gini", quarter => quarter.All.CapabilityGini),
            Column("capability_clustered", quarter => quarter.Clustered.MeanCapability),
            Column("capability_dispersed", quarter => quarter.Dispersed.MeanCapability),
            Column("effort_mean", quarter => quarter.All.MeanEffort),
            .. Enum.GetValues<LearningRegime>().Select(regime => Column(
                $"share_{Words.Of(regime)}", quarter => quarter.All.RegimeShares[(int)regime])),
            Column("gain_own_effort", quarter => quarter.OwnEffort),
            Column("gain_interactive", quarter => quarter.Interactive),
            Column("gain_passive", quarter => quarter.Passive),
            Column("gain_mobile", quarter => quarter.Mobile),
            Column("gain_outside", quarter => quarter.Outside),
            Column("joint_action_asked", quarter => quarter.Asked),
            Column("joint_action_contributors", quarter => quarter.Contributors),
            Column("joint_actions_succeeded", quarter => quarter.GroupsSucceeded),
            Column("joint_actions_failed", quarter => quarter.GroupsFailed),
            Column("policy_cost", quarter => quarter.PolicyCost),
            Column("treated_firms", quarter => quarter.Treated),
        ]);

    private NumberColumn Column(string name, Func<QuarterSummary, double> value) => new(name, [.. Quarters.Select(value)]);
}
