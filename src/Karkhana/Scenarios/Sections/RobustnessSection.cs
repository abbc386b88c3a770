using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>What would overturn the order: draws, boxes of parameters, regret, sensitivity.</summary>
internal static class RobustnessSection
{
    public static Section Compose(PolicyStudyResult result) => new("scenario_robustness",
    [
        .. Overturn(result),
        .. result.Simulation.BelowMinimum is null ? Orders(result) : [],
        .. Sensitivity(result),
        .. VarianceSection.Of(result),
    ]);

    private static Block[] Orders(PolicyStudyResult result) =>
    [
        new TableBlock(result.Simulation.Ranking.ReversalTable(), Sentence.Of("scenarios.reversal_caption")),
        new ParagraphBlock([Sentence.Of("scenarios.regret")]),
        new TableBlock(RegretTable.Of(result.Robustness), Sentence.Of("scenarios.regret_caption")),
    ];

    /// <summary>Gives what would overturn the first place, with the boxes.</summary>
    public static IReadOnlyList<Block> Overturn(PolicyStudyResult result)
    {
        if (result.Simulation.BelowMinimum is not null)
        {
            return [];
        }

        Sentence[] boxes = [.. result.Overturns.Where(search => search.Overturned > 0).Select(search => Box(result.Simulation, search))];
        Table table = OverturnTable.Of(result.Overturns);
        List<Block> blocks = [new ParagraphBlock(ScenarioSummary.Overturn(result), Tone.Finding)];
        if (boxes.Length > 0)
        {
            blocks.Add(new ListBlock(boxes));
        }

        if (table.RowCount > 0)
        {
            blocks.Add(new TableBlock(table, Sentence.Of("scenarios.overturn_caption")));
        }

        Sentence[] trees = [.. result.Overturns.Where(search => search.Tree is not null).Select(search => Tree(result.Simulation, search))];
        if (trees.Length > 0)
        {
            blocks.Add(new ListBlock(trees));
        }

        if (result.Overturns.Any(search => search.TreeParameters.Count > 0))
        {
            blocks.Add(new TableBlock(OverturnTable.Rules(result.Overturns), Sentence.Of("scenarios.rules_caption")));
        }

        return blocks;
    }

    private static Sentence Box(PolicySimulationResult simulation, OverturnSearch search)
    {
        (string, object?)[] pair = [("lever", search.First), ("against", simulation.NameOf(search.Against))];
        if (search.Box is not { } box)
        {
            return Sentence.Of("scenarios.overturn_no_search", pair);
        }

        int restricted = box.Limits.Count(limit => limit.Restricted);
        return search.ClearLimits.Count == 0
            ? Sentence.Of("scenarios.overturn_no_box", pair)
            : Sentence.Of(
                restricted == search.ClearLimits.Count ? "scenarios.overturn_box" : "scenarios.overturn_box_wider",
                [
                    .. pair,
                    ("limits", string.Join(" and ", search.ClearLimits.Select(limit => FormattableString.Invariant($"{limit.Input} lies in {limit.Low:0.###} to {limit.High:0.###}")))),
                    ("more", restricted - search.ClearLimits.Count), ("density", box.Density.Estimate), ("unseen", box.DensityOutside.Estimate), ("coverage", box.Coverage),
                ]);
    }

    private static Sentence Tree(PolicySimulationResult simulation, OverturnSearch search)
    {
        (string, object?)[] all =
        [
            ("lever", search.First), ("against", simulation.NameOf(search.Against)), ("tree", string.Join(", ", search.TreeParameters)),
            ("box", search.BoxParameters.Count == 0 ? "none" : string.Join(", ", search.BoxParameters)),
            ("both", string.Join(", ", search.BoxParameters.Intersect(search.TreeParameters))), ("overlap", double.IsNaN(search.Overlap) ? 0.0 : search.Overlap),
        ];
        string key = search.TreeParameters.Count == 0 ? "scenarios.tree_none"
            : search.BoxParameters.Intersect(search.TreeParameters).Any() ? "scenarios.tree_agrees"
            : "scenarios.tree_differs";
        return Sentence.Of(key, all);
    }

    private static IReadOnlyList<Block> Sensitivity(PolicyStudyResult result)
    {
        if (result.Sensitivity is not { } found || found.Estimates.All(double.IsNaN))
        {
            return [new ParagraphBlock([Sentence.Of("scenarios.sensitivity_few")], Tone.Caution)];
        }

        int[] order = [.. Enumerable.Range(0, found.Variables.Count).OrderByDescending(i => Math.Abs(found.Estimates[i]))];
        int most = order[0];
        Table coefficients = Table.Of(
            "lever_sensitivity",
            Column.Of("term", order.Select(i => (string?)found.Variables[i]), "Parameter", "Parameter of the model."),
            Column.Of("estimate", order.Select(i => found.Estimates[i]), "Rank correlation with the gain", "", "Spearman's, over draws of parameters."),
            Column.Of("conf_low", order.Select(i => found.ConfLow[i]), "Low", "", "Lower limit, 95 %, over resampled draws."),
            Column.Of("conf_high", order.Select(i => found.ConfHigh[i]), "High", "", "Upper limit, 95 %."));
        return
        [
            new ParagraphBlock(
            [
                Sentence.Of(
                    "scenarios.sensitivity", ("draws", result.Simulation.Parameters.Parameters.Count),
                    ("lever", result.Simulation.NameOf(result.Simulation.Shown[0].Effect.Scenario)), ("parameter", found.Variables[most]),
                    ("estimate", found.Estimates[most]), ("low", found.ConfLow[most]), ("high", found.ConfHigh[most])),
            ]),
            new FigureBlock(
                "lever_sensitivity", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = coefficients },
                Sentence.Of("scenarios.sensitivity_caption"), Sentence.Of("scenarios.sensitivity_alt", ("parameters", order.Length))),
        ];
    }
}
