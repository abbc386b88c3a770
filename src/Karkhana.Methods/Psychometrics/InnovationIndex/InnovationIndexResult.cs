using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The innovation index of each firm.</summary>
public sealed record InnovationIndexResult : IMeasureResult
{
    /// <summary>Gets the firms.</summary>
    public required IReadOnlyList<FirmInnovation> Firms { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("firm", Firms.Select(firm => firm.Firm))
        .Vector("count", Firms.Select(firm => firm.Count))
        .Vector("estimate", Firms.Select(firm => firm.Index))
        .Vector("log_index", Firms.Select(firm => firm.LogIndex))
        .Vector("greatest", Firms.Select(firm => firm.Greatest));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "innovation_index",
        Column.Of("firm", Firms.Select(firm => (string?)firm.Firm), "Firm", "Firm."),
        Column.Of("n", Firms.Select(firm => firm.Count), "Innovations", "", "Innovations within the window."),
        Column.Of("estimate", Firms.Select(firm => firm.Index), "Index", "", "Sum of novelty times depth.", recommended: true),
        Column.Of("log_index", Firms.Select(firm => firm.LogIndex), "ln(1 + index)", "", "For regressions."),
        Column.Of("greatest", Firms.Select(firm => firm.Greatest), "Greatest", "1 to 16", "Greatest novelty times depth."));
}
