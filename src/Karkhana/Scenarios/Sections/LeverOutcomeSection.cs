using Karkhana.Core.Documents;
using Karkhana.Core.Inference;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>The levers in order, gain against cost, with the mix of regimes before and after.</summary>
internal static class LeverOutcomeSection
{
    /// <summary>The levers that tables of the report show; all are in the folder of tables.</summary>
    public const int MostLevers = 3;

    public static Section Compose(ScenarioStudyResult result) => new("scenario_levers", Blocks(result));

    public static IReadOnlyList<Block> Blocks(ScenarioStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        IReadOnlyList<Sentence> order = ScenarioSummary.Order(simulation);
        return
        [
            new ParagraphBlock([order[0], order[1]], Tone.Finding),
            new ParagraphBlock([.. order.Skip(2)], Tone.Caution),
            TradeOff(simulation),
            new TableBlock(Ranked(simulation), Sentence.Of("scenarios.ranking_caption")),
            new TableBlock(Leading(RegimeMix.Of(simulation), simulation, withNothing: true), Sentence.Of("scenarios.regimes_caption")),
            new ParagraphBlock([Sentence.Of("scenarios.effort")]),
        ];
    }

    /// <summary>Keeps the rows of the first policies of the order.</summary>
    public static Table Leading(Table table, PolicySimulationResult simulation, bool withNothing = false)
    {
        HashSet<string> kept = [.. simulation.Ranking.Policies.Take(MostLevers).Select(policy => policy.Effect.Scenario)];
        if (withNothing)
        {
            kept.Add(simulation.Comparison.Baseline);
        }

        return TableRows.Where(table, row => kept.Contains((string)table["policy"][row]!));
    }

    /// <summary>Gives the order as people read it.</summary>
    public static Table Ranked(PolicySimulationResult simulation)
    {
        LeverRow[] levers = LeverRow.Of(simulation);
        string money = simulation.Currency;
        return Table.Of(
            "policy_order",
            Column.Of("rank", levers.Select(lever => lever.Ranked.Rank), "Place", "", "By cost per gain; policies without a gain come last."),
            Column.Of("policy_name", levers.Select(lever => (string?)lever.Name), "Lever", "Id and name."),
            Column.Of("estimate", levers.Select(lever => lever.Cost.Estimate), "Cost per 0.1 SD", money, "Cost of a gain of 0.1 standard deviations of capability in a firm.", recommended: true),
            Column.Of("conf_low", levers.Select(lever => lever.Cost.Low), "Low", money, "Lower limit, 95 % (Fieller)."),
            Column.Of("conf_high", levers.Select(lever => lever.Cost.High), "High", money, "Upper limit."),
            Column.Of("gain", levers.Select(lever => lever.Effect.Gain), "Gain", "", "Mean paired difference of mean capability to doing nothing."),
            Column.Of("gain_low", levers.Select(lever => lever.Effect.Low), "Gain, low", "", "Lower limit, 95 %."),
            Column.Of("gain_high", levers.Select(lever => lever.Effect.High), "Gain, high", "", "Upper limit."),
            Column.Of("cost", levers.Select(lever => lever.Cost.Cost), "Cost", money, "Mean cost over the run."),
            Column.Of("better", levers.Select(lever => (string?)OfRuns(lever.Effect.BetterThanNothing)), "Better than nothing", "In how many runs."),
            Column.Of("next", levers.Select(lever => (string?)$"{OfRuns(lever.Effect.BetterThanNextCheapest)} ({lever.Effect.NextCheapest})"), "Than next-cheapest", "In how many runs, and which that is."),
            Column.Of("settled", levers.Select(lever => lever.Ranked.IsSettled), "Told from the next", "Whether the interval of its margin over the next in the order lies above 0."));
    }

    private static string OfRuns(ShareOfRuns share) => FormattableString.Invariant($"{share.Count} of {share.Runs}");

    private static FigureBlock TradeOff(PolicySimulationResult simulation)
    {
        LeverRow[] levers = LeverRow.Of(simulation);
        double dearest = levers.Max(lever => lever.Cost.Cost);
        (double unit, string words) = dearest >= 1e7 ? (1e6, "million ") : dearest >= 1e4 ? (1e3, "thousand ") : (1, "");
        double[][] costs = [.. levers.Select(lever => simulation.OutcomesOf(lever.Effect.Scenario).Values(OutcomeNames.Cost).Order().Select(cost => cost / unit).ToArray())];
        Table points = Table.Of(
            "tradeoff",
            Column.Of("label", levers.Select(lever => (string?)lever.Effect.Scenario), "Policy", "Id of the policy."),
            Column.Of("term", levers.Select(lever => (string?)lever.Name), "Lever", "Id and name."),
            Column.Of("x", levers.Select(lever => lever.Cost.Cost / unit), "Cost", words + simulation.Currency, "Mean cost over the run."),
            Column.Of("x_low", costs.Select(values => Quantiles.Type7(values, 0.025)), "Cost, low", words + simulation.Currency, "2.5 % quantile over runs."),
            Column.Of("x_high", costs.Select(values => Quantiles.Type7(values, 0.975)), "Cost, high", words + simulation.Currency, "97.5 % quantile over runs."),
            Column.Of("estimate", levers.Select(lever => lever.Effect.Gain), "Gain in mean capability", "", "Mean paired difference to doing nothing."),
            Column.Of("conf_low", levers.Select(lever => lever.Effect.Low), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", levers.Select(lever => lever.Effect.High), "High", "", "Upper limit."),
            Column.Of("group", levers.Select(lever => (string?)(lever.IsPriced ? "gain" : lever.Cost.State == CostPerGainState.Loss ? "loss" : "no gain found")), "In the model", "Whether the interval of the gain lies above 0, holds it, or lies below."));
        return new FigureBlock(
            "lever_tradeoff", FigureKind.TradeOff, new Dictionary<string, Table> { ["points"] = points }, Sentence.Of("scenarios.tradeoff_caption"),
            Sentence.Of("scenarios.tradeoff_alt", ("levers", levers.Length)));
    }
}
