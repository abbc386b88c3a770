using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The sizes of the samples of all plans.</summary>
public sealed record SampleSizeResult : IMeasureResult
{
    /// <summary>Gets what the study is to find out.</summary>
    public required SampleDesign Design { get; init; }

    /// <summary>Gets the sizes by plan.</summary>
    public required IReadOnlyList<PlannedSize> Plans { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("sample_size", Plans.Select(plan => plan.Size))
        .Vector("total", Plans.Select(plan => plan.Total))
        .Vector("design_effect", Plans.Select(plan => plan.DesignEffect))
        .Vector("invited", Plans.Select(plan => plan.Invited))
        .Vector("power", Plans.Select(plan => plan.Power));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "sample_size",
        Column.Of("plan", Enumerable.Range(1, Plans.Count), "Plan", "", "Row of the plan, from 1."),
        Column.Of("sample_size", Plans.Select(plan => plan.Size), "Firms", "firms", Design == SampleDesign.Difference ? "Firms needed in the first arm." : "Firms needed.", recommended: true),
        Column.Of("total", Plans.Select(plan => plan.Total), "In all", "firms", "Firms needed in all."),
        Column.Of("design_effect", Plans.Select(plan => plan.DesignEffect), "Design effect", "", "How many times as many firms towns make necessary."),
        Column.Of("invited", Plans.Select(plan => plan.Invited), "Invited", "firms", "Firms to invite at the response rate."),
        Column.Of("power", Plans.Select(plan => plan.Power), "Power", "share", "Chance to find what is there."));
}
