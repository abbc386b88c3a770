using Karkhana.Core.Documents;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>The sentences that report and terminal share.</summary>
internal static class ScenarioSummary
{
    private const int MostPairs = 3;

    /// <summary>Gives the first lever, never without the mix of regimes and without saying what the runs do not settle.</summary>
    public static IReadOnlyList<Sentence> Order(PolicySimulationResult simulation)
    {
        LeverRow[] levers = LeverRow.Of(simulation);
        return [First(simulation, levers), Mix(simulation), Priced(levers), Settled(levers)];
    }

    /// <summary>Gives what would overturn the first place.</summary>
    public static IReadOnlyList<Sentence> Overturn(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        if (result.Leading is null)
        {
            return [Sentence.Of("scenarios.overturn_none")];
        }

        List<Sentence> sentences = [.. result.Overturns.Select(search => search.Against == simulation.Comparison.Baseline
            ? Sentence.Of("scenarios.overturn_nothing", ("lever", search.First), ("overturned", search.Overturned), ("draws", search.Draws))
            : Sentence.Of(
                "scenarios.overturn_second", ("lever", search.First), ("second", simulation.NameOf(search.Against)),
                ("overturned", search.Overturned), ("draws", search.Draws)))];
        if (simulation.Ranking.Reversals.Count > 0)
        {
            RankingReversal step = simulation.Ranking.Reversals[0];
            if (double.IsFinite(step.BreakEvenCost))
            {
                sentences.Add(Sentence.Of(
                    "scenarios.overturn_cost", ("cost", step.BreakEvenCost), ("now", result.Leading.CostPerGain.Cost), ("currency", simulation.Currency),
                    ("lever", step.First), ("second", step.Second)));
            }

            if (step.Parameter is not null)
            {
                sentences.Add(Sentence.Of("scenarios.overturn_parameter", ("parameter", step.Parameter), ("association", step.Association)));
            }
        }

        return sentences;
    }

    /// <summary>Gives what the budget allows; none when it was not asked.</summary>
    public static IReadOnlyList<Sentence> Budget(PolicySimulationResult simulation)
    {
        if (simulation.Budget is not { } answer)
        {
            return [];
        }

        PolicyPortfolio chosen = answer.Choice.Portfolio;
        (string, object?)[] all =
        [
            ("budget", answer.Budget), ("currency", simulation.Currency), ("cost", chosen.Cost),
            ("policies", string.Join(", ", chosen.Policies.Select(policy => simulation.NameOf(policy.Id)))),
        ];
        if (chosen.Policies.Count == 0)
        {
            return [Sentence.Of("scenarios.budget_nothing", all)];
        }

        if (answer.Comparison is not { } comparison)
        {
            return [Sentence.Of("scenarios.budget_one", all)];
        }

        PolicyEffect once = comparison.Effects[0];
        PolicyEffect order = comparison.Effects.Skip(1).MaxBy(effect => effect.Gain)!;
        return
        [
            Sentence.Of("scenarios.budget_set", [.. all, .. Gain(once), ("better", once.BetterThanNothing.Count), ("runs", once.BetterThanNothing.Runs)]),
            Sentence.Of("scenarios.budget_order", [("order", order.Scenario), .. Gain(order)]),
        ];
    }

    private static (string, object?)[] Gain(PolicyEffect effect) => [("gain", effect.Gain), ("low", effect.Low), ("high", effect.High)];

    private static Sentence First(PolicySimulationResult simulation, LeverRow[] levers)
    {
        LeverRow first = levers[0];
        return first.IsPriced
            ? Sentence.Of(
                "scenarios.first", ("levers", levers.Length), ("lever", first.Name), ("cost", first.Cost.Estimate), ("currency", simulation.Currency),
                ("low", first.Cost.Low), ("high", first.Cost.High), ("better", first.Effect.BetterThanNothing.Count),
                ("runs", first.Effect.BetterThanNothing.Runs), ("next", first.NextCheapest), ("next_better", first.Effect.BetterThanNextCheapest.Count))
            : Sentence.Of("scenarios.no_gain", ("levers", levers.Length), ("runs", first.Effect.BetterThanNothing.Runs));
    }

    private static Sentence Mix(PolicySimulationResult simulation) => Sentence.Of("scenarios.mix", ("mix", RegimeMix.Describe(simulation)));

    private static Sentence Priced(LeverRow[] levers) => levers.All(lever => lever.IsPriced)
        ? Sentence.Of("scenarios.priced_all", ("levers", levers.Length))
        : Sentence.Of("scenarios.priced", ("priced", levers.Count(lever => lever.IsPriced)), ("levers", levers.Length));

    private static Sentence Settled(LeverRow[] levers)
    {
        (LeverRow First, LeverRow Second)[] open = [.. levers.Zip(levers.Skip(1)).Where(pair => !pair.First.Ranked.IsSettled)];
        return open.Length == 0
            ? Sentence.Of("scenarios.settled")
            : Sentence.Of(
                "scenarios.not_settled", ("settled", levers.Length - 1 - open.Length), ("steps", levers.Length - 1),
                ("pairs", string.Join(", ", open.Take(MostPairs).Select(pair => $"{pair.First.Effect.Scenario} before {pair.Second.Effect.Scenario}"))
                    + (open.Length > MostPairs ? ", …" : "")));
    }
}
