using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Learning;
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
        return simulation.BelowMinimum is { } withheld
            ? [.. Below(withheld), Sentence.Of("scenarios.mix_below", ("mix", RegimeMix.Describe(simulation))), .. Beside(simulation), Priced(levers)]
            : [First(simulation, levers), Mix(simulation), .. Beside(simulation), Priced(levers), Settled(levers)];
    }

    /// <summary>Says that the study may not rank levers, and what it lacks for that.</summary>
    public static IEnumerable<Sentence> Below(ClaimDecision withheld) =>
    [
        Sentence.Of("scenarios.below_minimum"),
        .. withheld.Missing.Select(gap => Sentence.Of($"limits.need.{gap.Need.What}", ("least", gap.Need.AtLeast), ("found", gap.Found))),
    ];

    /// <summary>Sets the mix of regimes by the answers beside that of the model, and says why the two differ; none when no five firms
    /// answered alike.</summary>
    public static IEnumerable<Sentence> Beside(PolicySimulationResult simulation)
    {
        LearningRegime[] stated = [.. simulation.Stated?.Firms.Select(firm => firm.Stated).OfType<LearningRegime>() ?? []];
        if (stated.Length == 0)
        {
            yield break;
        }

        LearningRegime leading = Enum.GetValues<LearningRegime>().MaxBy(regime => stated.Count(one => one == regime));
        int firms = stated.Count(one => one == leading);
        if (firms >= SmallCells.LeastFirms)
        {
            yield return Sentence.Of(
                "scenarios.mix_beside", ("stated", firms / (double)stated.Length), ("answered", stated.Length), ("regime", Words.Spaced(leading)),
                ("model", simulation.Ranking.RegimeMix[leading]), ("firms", simulation.Firms), ("burn_in", simulation.Options.Model.BurnIn));
        }
    }

    /// <summary>Gives what would overturn the first place.</summary>
    public static IReadOnlyList<Sentence> Overturn(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        if (simulation.BelowMinimum is not null)
        {
            return [];
        }

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

        if (simulation.BelowMinimum is not null)
        {
            return [Sentence.Of("scenarios.budget_below")];
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
        PolicyEffect order = comparison.Effects.Skip(1).MaxBy(OverRun)!;
        return
        [
            Sentence.Of("scenarios.budget_set", [.. all, .. Gain(once), ("better", once.BetterThanNothing.Count), ("runs", once.BetterThanNothing.Runs)]),
            Sentence.Of(
                "scenarios.budget_order", ("order", order.Scenario), ("gain", order.GainOverRun), ("low", order.GainOverRunLow), ("high", order.GainOverRunHigh),
                ("once", once.GainOverRun), ("last", order.Gain)),
        ];
    }

    // The last quarter alone favours what starts late.
    private static double OverRun(PolicyEffect effect) => double.IsNaN(effect.GainOverRun) ? effect.Gain : effect.GainOverRun;

    private static (string, object?)[] Gain(PolicyEffect effect) => [("gain", effect.Gain), ("low", effect.Low), ("high", effect.High)];

    private static Sentence First(PolicySimulationResult simulation, LeverRow[] levers)
    {
        LeverRow first = levers[0];
        return first.IsPriced
            ? Sentence.Of(
                "scenarios.first", ("levers", levers.Length), ("lever", first.Name), ("cost", first.Cost.Estimate), ("currency", simulation.Currency),
                ("low", first.Cost.Low), ("high", first.Cost.High), ("better", first.Effect.BetterThanNothing.Count),
                ("runs", first.Effect.BetterThanNothing.Runs), ("next", first.NextCheapest), ("next_better", first.Effect.BetterThanNextCheapest.Count))
            : NoGain(levers, first.Effect.BetterThanNothing.Runs);
    }

    // A loss that its interval tells from 0 is told apart from no difference that was found.
    private static Sentence NoGain(LeverRow[] levers, int runs)
    {
        int losses = levers.Count(lever => lever.Cost.State == CostPerGainState.Loss);
        return Sentence.Of(
            losses == 0 ? "scenarios.no_gain" : losses == levers.Length ? "scenarios.all_lose" : "scenarios.some_lose",
            ("levers", levers.Length), ("losses", losses), ("runs", runs));
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
