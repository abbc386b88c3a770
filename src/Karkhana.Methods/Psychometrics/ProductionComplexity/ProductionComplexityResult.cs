using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Difficulty of processes, agreement of experts, and the complexity of each firm.</summary>
public sealed record ProductionComplexityResult : IMeasureResult
{
    /// <summary>Gets the processes in order of appearance.</summary>
    public required IReadOnlyList<ProcessDifficulty> Processes { get; init; }

    /// <summary>Gets the agreement of the experts.</summary>
    public required KrippendorffAlphaResult Agreement { get; init; }

    /// <summary>Gets a value indicating whether they agree enough.</summary>
    public required bool PointsAreReliable { get; init; }

    /// <summary>Gets the firms in order of appearance.</summary>
    public required IReadOnlyList<FirmComplexity> Firms { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("process", Processes.Select(process => process.Process))
        .Vector("points", Processes.Select(process => process.Points))
        .Vector("experts", Processes.Select(process => process.Experts))
        .Scalar("alpha", Agreement.Alpha)
        .Scalar("alpha_low", Agreement.Low)
        .Scalar("alpha_high", Agreement.High)
        .Scalar("reliable", PointsAreReliable ? 1 : 0)
        .Vector("firm", Firms.Select(firm => firm.Firm))
        .Vector("processes", Firms.Select(firm => firm.Processes))
        .Vector("sum", Firms.Select(firm => firm.Sum))
        .Vector("frontier", Firms.Select(firm => firm.Frontier))
        .Vector("estimate", Firms.Select(firm => firm.Index))
        .Vector("conf_low", Firms.Select(firm => firm.Low))
        .Vector("conf_high", Firms.Select(firm => firm.High))
        .Vector("frontier_index", Firms.Select(firm => firm.FrontierIndex));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "production_complexity",
        Column.Of("firm", Firms.Select(firm => (string?)firm.Firm), "Firm", "Firm."),
        Column.Of("processes", Firms.Select(firm => firm.Processes), "Processes", "", "Performed at the stated standard."),
        Column.Of("sum", Firms.Select(firm => firm.Sum), "Points", "", "Difficulty points of these processes."),
        Column.Of("frontier", Firms.Select(firm => firm.Frontier), "Frontier", "", "Points of the most difficult one."),
        Column.Of("estimate", Firms.Select(firm => firm.Index), "Index", "share", "Points over those of all processes.", recommended: true),
        Column.Of("conf_low", Firms.Select(firm => firm.Low), "Low", "share", "Lower limit over experts."),
        Column.Of("conf_high", Firms.Select(firm => firm.High), "High", "share", "Upper limit over experts."),
        Column.Of("frontier_index", Firms.Select(firm => firm.FrontierIndex), "Frontier index", "share", "Frontier over that of all processes."));

    /// <summary>Gives one row per process.</summary>
    /// <returns>The table <c>process_difficulty</c>.</returns>
    public Table ToProcesses() => Table.Of(
        "process_difficulty",
        Column.Of("process", Processes.Select(process => (string?)process.Process), "Process", "Process or component."),
        Column.Of("estimate", Processes.Select(process => process.Points), "Points", "1 to 10", "Median of the experts.", recommended: true),
        Column.Of("n", Processes.Select(process => process.Experts), "Experts", "", "Experts who judged it."),
        Column.Of("least", Processes.Select(process => process.Least), "Least", "1 to 10", "Least points given."),
        Column.Of("most", Processes.Select(process => process.Most), "Most", "1 to 10", "Most points given."));
}
