using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>How a practice spread.</summary>
public sealed record ThresholdCascadeResult : IMeasureResult
{
    /// <summary>Gets the active nodes after each step, the start first.</summary>
    public required IReadOnlyList<int> ActiveCount { get; init; }

    /// <summary>Gets the ids of the nodes.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>Gets the step in which each node became active; NaN for never.</summary>
    public required IReadOnlyList<double> ActivationStep { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<int> Active => ActivationStep.Select(step => double.IsNaN(step) ? 0 : 1);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("step", Enumerable.Range(0, ActiveCount.Count))
        .Vector("active_count", ActiveCount)
        .Vector("node", Nodes)
        .Vector("active", Active)
        .Vector("activation_step", ActivationStep);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "threshold_cascade",
        Column.Of("node", Nodes, "Node", "Who may become active."),
        Column.Of("active", Active, "Active", "", "1 when active in the end."),
        Column.Of("activation_step", ActivationStep, "Step", "", "Step in which the node became active.", recommended: true));
}
