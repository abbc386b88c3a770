using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Simulation;

/// <summary>World scenarios side by side: the standard output of framework 5.12.</summary>
public sealed record ScenarioStudyResult : ITidyResult
{
    /// <summary>Gets the differences from doing nothing: capability, inequality, survival, sizes, network.</summary>
    public required IReadOnlyList<ScenarioDifference> Differences { get; init; }

    /// <summary>Gets the matrices of transitions between regimes.</summary>
    public required IReadOnlyList<ScenarioTransition> Transitions { get; init; }

    /// <summary>Gets mean capability over time with what chance and parameters leave open.</summary>
    public required IReadOnlyList<ScenarioBand> Bands { get; init; }

    /// <summary>Gets three single firms of the first replicate by scenario.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FirmHistory>> Histories { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one difference.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="outcome">The outcome.</param>
    /// <returns>The difference, or null when it was not defined in enough runs.</returns>
    public ScenarioDifference? Find(string scenario, string outcome) =>
        Differences.FirstOrDefault(row => row.Scenario == scenario && row.Outcome == outcome);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "scenario_differences",
        Column.Of("scenario", Differences.Select(row => (string?)row.Scenario), "Scenario", "Id of the scenario."),
        Column.Of("outcome", Differences.Select(row => (string?)row.Outcome), "Outcome", "What is compared, at the end of the run."),
        Column.Of("baseline", Differences.Select(row => row.Baseline), "Nothing changes", "", "Mean over runs when nothing changes."),
        Column.Of("mean", Differences.Select(row => row.Mean), "Scenario", "", "Mean over runs in the scenario."),
        Column.Of("estimate", Differences.Select(row => row.Difference), "Difference", "", "Mean of the paired differences.", recommended: true),
        Column.Of("conf_low", Differences.Select(row => row.Low), "Low", "", "Lower limit of its 95 % interval."),
        Column.Of("conf_high", Differences.Select(row => row.High), "High", "", "Upper limit of its 95 % interval."),
        Column.Of("above", Differences.Select(row => row.RunsAbove), "Runs above", "runs", "Runs in which the scenario lies above."),
        Column.Of("n", Differences.Select(row => row.Runs), "Runs", "runs", "Runs in which both are defined."))
        .WithTitle("World scenarios in the model, against nothing changing");

    /// <summary>Gives the matrices of transitions.</summary>
    /// <returns>The table <c>scenario_transitions</c>.</returns>
    public Table TransitionsTable() => Table.Of(
        "scenario_transitions",
        Column.Of("scenario", Transitions.Select(row => (string?)row.Scenario), "Scenario", "Id of the scenario."),
        Column.Of("from", Transitions.Select(row => (string?)row.From), "Regime at the start", "When the burn-in ended."),
        Column.Of("to", Transitions.Select(row => (string?)row.To), "Regime at the end", "left: the firm is gone."),
        Column.Of("share", Transitions.Select(row => row.Share), "Share", "share", "Of the firms of the first regime, mean over runs."),
        Column.Of("n", Transitions.Select(row => row.Runs), "Runs", "runs", "Runs in which the first regime had any firm."))
        .WithTitle("Regimes before and after, in the model");

    /// <summary>Gives the bands.</summary>
    /// <returns>The table <c>scenario_bands</c>.</returns>
    public Table BandsTable() => Table.Of(
        "scenario_bands",
        Column.Of("scenario", Bands.Select(row => (string?)row.Scenario), "Scenario", "Id of the scenario."),
        Column.Of("quarter", Bands.Select(row => row.Quarter), "Quarter", "quarters", "Since the end of the burn-in."),
        Column.Of("estimate", Bands.Select(row => row.Median), "Mean capability", "", "Median over runs."),
        Column.Of("conf_low", Bands.Select(row => row.Low), "Low", "", "2.5 % quantile over runs and draws of parameters."),
        Column.Of("conf_high", Bands.Select(row => row.High), "High", "", "97.5 % quantile."),
        Column.Of("n", Bands.Select(row => row.Runs), "Runs", "runs", "Runs that still have firms."))
        .WithTitle("Mean capability over time, in the model");

    /// <summary>Gives the single firms.</summary>
    /// <returns>The table <c>scenario_firms</c>.</returns>
    public Table HistoriesTable()
    {
        (string Scenario, int Firm, int Quarter, FirmSnapshot Moment)[] rows =
        [
            .. Histories.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.SelectMany(
                (history, firm) => history.Moments.Select((moment, quarter) => (pair.Key, firm + 1, quarter, moment)))),
        ];
        return Table.Of(
            "scenario_firms",
            Column.Of("scenario", rows.Select(row => (string?)row.Scenario), "Scenario", "Id of the scenario."),
            Column.Of("firm", rows.Select(row => row.Firm), "Firm", "", "One of three firms drawn by chance; no name."),
            Column.Of("quarter", rows.Select(row => row.Quarter), "Quarter", "quarters", "Since the end of the burn-in."),
            Column.Of("capability", rows.Select(row => row.Moment.MeanCapability), "Capability", "", "Mean over functions."),
            Column.Of("effort", rows.Select(row => row.Moment.Effort), "Effort", "", "Of the quarter."),
            Column.Of("regime", rows.Select(row => (string?)Words.Of(row.Moment.Regime)), "Regime", "Of the quarter."),
            Column.Of("cash", rows.Select(row => row.Moment.Cash), "Cash", "numéraire", "At its end."),
            Column.Of("workers", rows.Select(row => row.Moment.Workers), "Workers", "workers", "At its end."))
            .WithTitle("Three firms through each scenario, in the model");
    }
}
