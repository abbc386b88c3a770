using Karkhana.Core.Documents;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>Who gains by size, stage, role in the network, place and regime, and what reaches firms that did not take part.</summary>
internal static class GroupSection
{
    private static readonly string[] Columns = ["policy", "dimension", "group", "n", "baseline", "estimate", "conf_low", "conf_high", "runs_better", "runs"];
    private static readonly string[] ReachColumns = ["policy", "group", "n", "estimate", "conf_low", "conf_high", "runs_better", "runs"];

    public static Section Compose(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        string first = simulation.Shown[0].Effect.Scenario;
        Table groups = ScenarioTables.Groups(simulation);
        groups = TableRows.Where(groups, row => (string?)groups["outcome"][row] == OutcomeNames.CapabilityMean);
        Table own = TableRows.Where(groups, row => (string?)groups["policy"][row] == first && !double.IsNaN(groups.Numbers("estimate")[row]));
        Table spillovers = ScenarioTables.Spillovers(simulation);
        return new Section("scenario_groups",
        [
            new ParagraphBlock([Sentence.Of("scenarios.groups"), .. Extremes(own, simulation.NameOf(first))]),
            Figure(own),
            new TableBlock(LeverOutcomeSection.Leading(groups, simulation, Columns), Sentence.Of("scenarios.groups_table")),
            .. Spillover(simulation, first),
            new TableBlock(LeverOutcomeSection.Leading(spillovers, simulation, ReachColumns), Sentence.Of("scenarios.spillover_caption")),
        ]);
    }

    private static IEnumerable<Sentence> Extremes(Table own, string lever)
    {
        IReadOnlyList<double> gains = own.Numbers("estimate");
        if (own.RowCount < 2)
        {
            return [];
        }

        int[] order = [.. Enumerable.Range(0, own.RowCount).OrderBy(row => gains[row])];
        (int least, int most) = (order[0], order[^1]);
        return
        [
            Sentence.Of(
                "scenarios.groups_most", ("lever", lever), ("most", Label(own, most)), ("gain", gains[most]), ("low", own.Numbers("conf_low")[most]),
                ("high", own.Numbers("conf_high")[most]), ("least", Label(own, least)), ("least_gain", gains[least]),
                ("least_low", own.Numbers("conf_low")[least]), ("least_high", own.Numbers("conf_high")[least]), ("groups", own.RowCount)),
        ];
    }

    // Of the sum over firms: those that take part by their mean number, the others by what is left of the firms of the model.
    private static IEnumerable<Sentence> Share(PolicySimulationResult simulation, string lever, double own, double others)
    {
        double takers = simulation.Comparison.Effects.Single(effect => effect.Scenario == lever).FirmsReached;
        double beside = others * Math.Max(0, simulation.FirmsAtStart - takers);
        return own > 0 && others > 0 ? [Sentence.Of("scenarios.spillover_share", ("share", beside / (beside + (own * takers))))] : [];
    }

    private static string Label(Table table, int row) => $"{((string)table["group"][row]!).Replace('_', ' ')} ({table["dimension"][row]})";

    private static FigureBlock Figure(Table own)
    {
        Table coefficients = Table.Of(
            "lever_groups",
            Column.Of("term", Enumerable.Range(0, own.RowCount).Select(row => (string?)Label(own, row)), "Group", "Where firms stand when policies start."),
            Column.Of("estimate", own.Numbers("estimate"), "Gain in mean capability", "", "Mean paired difference to doing nothing."),
            Column.Of("conf_low", own.Numbers("conf_low"), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", own.Numbers("conf_high"), "High", "", "Upper limit, 95 %."),
            Column.Of("model", own.Texts("dimension"), "By", "What groups differ in."));
        return new FigureBlock(
            "lever_groups", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = coefficients },
            Sentence.Of("scenarios.groups_caption"), Sentence.Of("scenarios.groups_alt", ("groups", own.RowCount)));
    }

    private static IEnumerable<Block> Spillover(PolicySimulationResult simulation, string first)
    {
        GroupGain? Reach(string group) => simulation.Comparison.Spillovers.FirstOrDefault(
            gain => gain.Scenario == first && gain.Group == group && !(gain.Firms < SmallCells.LeastFirms));
        return Reach("took part") is { } own && Reach("did not take part") is { } others
            ?
            [
                new ParagraphBlock(
                    [Sentence.Of(
                        "scenarios.spillover", ("lever", simulation.NameOf(first)), ("own", own.Gain), ("own_low", own.Low), ("own_high", own.High),
                        ("gain", others.Gain), ("low", others.Low), ("high", others.High)),
                        .. Share(simulation, first, own.Gain, others.Gain)],
                    Tone.Finding),
            ]
            : [];
    }
}
