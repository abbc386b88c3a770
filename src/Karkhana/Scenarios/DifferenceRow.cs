using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>A difference of an outcome that may be shown: of all firms, of a class of size of at least five, or a share of a regime.</summary>
internal sealed record DifferenceRow(ScenarioDifference Difference, string Outcome, string? Group)
{
    private const string Size = "size";

    /// <summary>Gives those of at least five firms. Places and other groups are left out: their firms can be too few.</summary>
    public static DifferenceRow[] Of(IReadOnlyList<ScenarioDifference> differences, ClusterPopulation population) =>
    [
        .. differences.Select(row =>
        {
            (string outcome, string? dimension, string? group) = OutcomeNames.Split(row.Outcome);
            int firms = dimension switch
            {
                null => population.Firms.Count,
                Size => population.Firms.Count(firm => SizeClass.Of(firm.Workers) == group),
                "regime" when outcome == OutcomeNames.RegimeShare => population.Firms.Count,
                _ => 0,
            };
            return (Row: new DifferenceRow(row, outcome, group), Firms: firms);
        }).Where(row => row.Firms >= SmallCells.LeastFirms).Select(row => row.Row),
    ];

    /// <summary>Gives the columns that tell them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="baseline">What the baseline is called, as a label and in a sentence.</param>
    /// <returns>Outcome, firms, baseline, difference with its interval, runs.</returns>
    public static Column[] Columns(DifferenceRow[] rows, (string Label, string Words) baseline) =>
    [
        Column.Of("outcome", rows.Select(row => (string?)row.Outcome), "Outcome", "What is compared, at the end of the run."),
        Column.Of("group", rows.Select(row => row.Group ?? "all"), "Firms", "All firms, a class of size, or a regime."),
        Column.Of("baseline", rows.Select(row => row.Difference.Baseline), baseline.Label, "", $"Mean with {baseline.Words}."),
        Column.Of("estimate", rows.Select(row => row.Difference.Difference), "Difference", "", $"Mean paired difference to {baseline.Words}, in the model.", recommended: true),
        Column.Of("conf_low", rows.Select(row => row.Difference.Low), "Low", "", "Lower limit, 95 %, over runs and parameter draws."),
        Column.Of("conf_high", rows.Select(row => row.Difference.High), "High", "", "Upper limit."),
        Column.Of("runs_above", rows.Select(row => row.Difference.RunsAbove), "Runs above 0", "", "Runs in which the difference is above 0."),
        Column.Of("runs", rows.Select(row => row.Difference.Runs), "Runs", "", "Runs in which both are defined."),
    ];
}
