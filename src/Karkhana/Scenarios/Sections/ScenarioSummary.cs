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
    public static IReadOnlyList<Sentence> Order(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        LeverRow[] levers = LeverRow.Of(simulation);
        return simulation.BelowMinimum is { } withheld
            ?
            [
                .. Below(withheld), Sentence.Of("scenarios.mix_below", ("mix", RegimeMix.Describe(simulation))), .. Beside(simulation), .. Priced(levers),
                .. ReachSentences.Of(simulation),
            ]
            :
            [
                First(simulation, levers), Mix(simulation, levers.Length), .. Beside(simulation), .. Rate(result, levers[0]),
                .. levers.Length > 1 ? (Sentence[])[.. Second(simulation, levers), .. Priced(levers), .. Settled([.. levers.Where(lever => !lever.ReachesNobody)])] : [],
                .. ReachSentences.Of(simulation),
            ];
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

    /// <summary>Gives the same without what only the part itself tells: how many levers have a gain, and the second.</summary>
    public static IEnumerable<Sentence> Short(PolicyStudyResult result) => Order(result).Where(sentence =>
        !sentence.Key.StartsWith("scenarios.priced", StringComparison.Ordinal) && !sentence.Key.StartsWith("scenarios.second", StringComparison.Ordinal));

    /// <summary>Gives what must be known of the order where it stands beside levers that something else chose.</summary>
    public static IEnumerable<Sentence> Cautions(PolicyStudyResult result) => Order(result).Where(sentence =>
        sentence.Key is "scenarios.mix" or "scenarios.mix_one" or "scenarios.mix_beside" or "scenarios.settled" or "scenarios.not_settled"
        || sentence.Key.StartsWith("scenarios.unreached", StringComparison.Ordinal));

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

        List<Sentence> sentences = [.. result.Overturns.Select(search => Sentence.Of(
            (search.Against == simulation.Comparison.Baseline, search.Overturned == 0) switch
            {
                (true, true) => "scenarios.overturn_nothing_never",
                (true, false) => "scenarios.overturn_nothing",
                (false, true) => "scenarios.overturn_second_never",
                _ => "scenarios.overturn_second",
            },
            ("lever", search.First), ("second", simulation.NameOf(search.Against)), ("overturned", search.Overturned), ("draws", search.Draws)))];
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
            ("budget", answer.Budget), ("currency", simulation.Currency), ("cost", chosen.Cost), ("left", answer.Left),
            ("policies", string.Join(", ", chosen.Policies.Select(policy => simulation.NameOf(policy.Id)))),
        ];
        return chosen.Policies.Count == 0 ? [Sentence.Of("scenarios.budget_nothing", all)] : [.. Chosen(simulation, answer, all), Searched(answer)];
    }

    private static IEnumerable<Sentence> Chosen(PolicySimulationResult simulation, BudgetAnswer answer, (string, object?)[] all)
    {
        if (answer.Comparison is not { } comparison)
        {
            PolicyEffect single = simulation.Comparison.Effects.Single(effect => effect.Scenario == answer.Choice.Portfolio.Policies[0].Id);
            yield return Sentence.Of("scenarios.budget_one", [.. all, .. Gain(single), .. Runs(single)]);
            yield break;
        }

        PolicyEffect once = comparison.Effects[0];
        PolicyEffect order = comparison.Effects.Skip(1).MaxBy(OverRun)!;
        double left = answer.Budget - once.CostPerGain.Cost;
        yield return Sentence.Of("scenarios.budget_set", [.. all, .. Gain(once), .. Runs(once)]);
        yield return Sentence.Of(
            left >= 0 ? "scenarios.budget_left" : "scenarios.budget_over", ("together", once.CostPerGain.Cost), ("currency", simulation.Currency),
            ("left", Math.Abs(left)));
        yield return Sentence.Of(
            answer.HasAllOrders ? "scenarios.budget_order" : "scenarios.budget_in_turn", ("order", order.Scenario), ("gain", order.GainOverRun),
            ("low", order.GainOverRunLow), ("high", order.GainOverRunHigh), ("once", once.GainOverRun), ("last", order.Gain));
    }

    private static Sentence Searched(BudgetAnswer answer) => answer.MostPolicies is int most && most < answer.Considered
        ? Sentence.Of("scenarios.budget_searched_most", ("levers", answer.Considered), ("most", most))
        : Sentence.Of("scenarios.budget_searched", ("levers", answer.Considered));

    private static (string, object?)[] Runs(PolicyEffect effect) => [("better", effect.BetterThanNothing.Count), ("runs", effect.BetterThanNothing.Runs)];

    // The last quarter alone favours what starts late.
    private static double OverRun(PolicyEffect effect) => double.IsNaN(effect.GainOverRun) ? effect.Gain : effect.GainOverRun;

    private static (string, object?)[] Gain(PolicyEffect effect) => [("gain", effect.Gain), ("low", effect.Low), ("high", effect.High)];

    private static Sentence First(PolicySimulationResult simulation, LeverRow[] levers)
    {
        LeverRow first = levers[0];
        bool isAlone = levers.Length == 1;
        (string, object?)[] values = [("levers", levers.Length), ("lever", first.Name), .. Runs(first.Effect)];
        return first.IsPriced
            ? Sentence.Of(isAlone ? "scenarios.first_one" : "scenarios.first", [.. values, .. Cost(simulation, first)])
            : Sentence.Of(NoGain(levers), [.. values, ("losses", levers.Count(IsLoss))]);
    }

    // A loss that its interval tells from 0 is told apart from no difference that was found, and both from a lever that reaches nobody.
    private static string NoGain(LeverRow[] levers) => levers switch
    {
        [{ ReachesNobody: true }] => "scenarios.nobody_one",
        [_] => "scenarios.no_gain_one",
        _ when levers.All(lever => lever.ReachesNobody) => "scenarios.nobody",
        _ when levers.All(IsLoss) => "scenarios.all_lose",
        _ when levers.Any(IsLoss) => "scenarios.some_lose",
        _ => "scenarios.no_gain",
    };

    private static bool IsLoss(LeverRow lever) => lever.Cost.State == CostPerGainState.Loss;

    private static (string, object?)[] Cost(PolicySimulationResult simulation, LeverRow lever) =>
        [("cost", lever.Cost.Estimate), ("currency", simulation.Currency), ("low", lever.Cost.Low), ("high", lever.Cost.High)];

    private static Sentence Mix(PolicySimulationResult simulation, int levers) =>
        Sentence.Of(levers == 1 ? "scenarios.mix_one" : "scenarios.mix", ("mix", RegimeMix.Describe(simulation)));

    private static IEnumerable<Sentence> Rate(PolicyStudyResult result, LeverRow first) => first.IsPriced
        ?
        [
            Sentence.Of(
                "scenarios.rate", ("lever", first.Effect.Scenario), ("gain", first.Effect.StandardizedGain), ("firms", first.Effect.FirmsReached),
                ("all", result.Simulation.FirmsAtStart), ("share", result.ShareReachingStep(first.Effect.Scenario))),
        ]
        : [];

    // By the measure of the order itself; the lever of the next lower total cost stands in the tables.
    private static IEnumerable<Sentence> Second(PolicySimulationResult simulation, LeverRow[] levers) => !levers[0].IsPriced ? []
        : levers[1].IsPriced ? [Sentence.Of("scenarios.second", [("lever", levers[1].Name), .. Cost(simulation, levers[1])])]
        : [Sentence.Of("scenarios.second_none", ("lever", levers[0].Effect.Scenario))];

    private static IEnumerable<Sentence> Priced(LeverRow[] levers)
    {
        int priced = levers.Count(lever => lever.IsPriced);
        (string, object?)[] values =
        [
            ("priced", priced), ("levers", levers.Length),
            ("together", levers.Count(lever => lever.IsPriced && lever.Effect.SimultaneousLow > 0)),
        ];
        return priced == 0 ? [] : [Sentence.Of(priced == levers.Length ? "scenarios.priced_all" : "scenarios.priced", values)];
    }

    // Levers that reach nobody are not compared: there is nothing to tell apart.
    private static IEnumerable<Sentence> Settled(LeverRow[] levers)
    {
        if (levers.Length < 2)
        {
            return [];
        }

        (LeverRow First, LeverRow Second)[] open = [.. levers.Zip(levers.Skip(1)).Where(pair => !pair.First.Ranked.IsSettled)];
        return open.Length == 0
            ? [Sentence.Of("scenarios.settled")]
            : [Sentence.Of(
                "scenarios.not_settled", ("settled", levers.Length - 1 - open.Length), ("steps", levers.Length - 1),
                ("pairs", string.Join(", ", open.Take(MostPairs).Select(pair => $"{pair.First.Effect.Scenario} before {pair.Second.Effect.Scenario}"))
                    + (open.Length > MostPairs ? FormattableString.Invariant($" and {open.Length - MostPairs} more") : "")))];
    }
}
