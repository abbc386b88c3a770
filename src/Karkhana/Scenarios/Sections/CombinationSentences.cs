using Karkhana.Core.Documents;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>Says whether levers that are run together give more or less than the sum of what each gives.</summary>
internal static class CombinationSentences
{
    private const int MostTold = 3;
    private const double SmallShare = 0.05;

    /// <summary>Gives the sentences; none when nothing was run together.</summary>
    public static IReadOnlyList<Sentence> Of(PolicySimulationResult simulation) => simulation.Combinations is not { } answer
        ? []
        : [.. Pairs(simulation, answer), .. Factorial(simulation, answer), .. Unreached(simulation, answer), Sentence.Of("scenarios.combinations_reading")];

    private static IEnumerable<Sentence> Pairs(PolicySimulationResult simulation, CombinationAnswer answer)
    {
        if (answer.Pairs is not { } pairs)
        {
            return [];
        }

        PolicyInteraction[] all = [.. pairs.Effects];
        return all.Length == 1
            ? [Told(simulation, all[0])]
            :
            [
                Sentence.Of(
                    all.All(pair => pair.Verdict == InteractionVerdict.CannotTell) ? "scenarios.combinations_pairs_untold" : "scenarios.combinations_pairs",
                    [("levers", pairs.Policies.Count), .. Counts(all)]),
                .. Greatest(simulation, all),
            ];
    }

    // Below the minimum no lever is to be preferred, and so no pair.
    private static IEnumerable<Sentence> Greatest(PolicySimulationResult simulation, PolicyInteraction[] all)
    {
        PolicyInteraction[] told =
        [
            .. all.Where(effect => effect.Verdict is InteractionVerdict.Above or InteractionVerdict.Below)
                .OrderByDescending(effect => Math.Abs(effect.Estimate)).ThenBy(effect => effect.Id, StringComparer.Ordinal),
        ];
        return told.Length == 0 || simulation.BelowMinimum is not null
            ? []
            :
            [
                .. told.Take(MostTold).Select(effect => Told(simulation, effect)), .. Small(told),
                Sentence.Of("scenarios.combinations_picked", ("pairs", all.Length)),
            ];
    }

    // That it is told from 0 does not make it matter.
    private static IEnumerable<Sentence> Small(PolicyInteraction[] told) =>
        told.All(effect => Math.Abs(effect.Estimate) < SmallShare * Math.Abs(effect.SumOfGains))
            ? [Sentence.Of("scenarios.combinations_small", ("share", SmallShare))]
            : [];

    private static Sentence Told(PolicySimulationResult simulation, PolicyInteraction pair) => Sentence.Of(
        pair.Verdict switch
        {
            InteractionVerdict.Above => "scenarios.combinations_more",
            InteractionVerdict.Below => "scenarios.combinations_less",
            InteractionVerdict.ExactlyZero => "scenarios.combinations_exact",
            _ => "scenarios.combinations_cannot_tell",
        },
        ("first", simulation.NameOf(pair.Policies[0])), ("second", simulation.NameOf(pair.Policies[1])), ("together", pair.Together), ("sum", pair.SumOfGains),
        ("estimate", pair.Estimate), ("low", pair.Low), ("high", pair.High), ("above", pair.RunsAbove.Count), ("runs", pair.RunsAbove.Runs));

    private static IEnumerable<Sentence> Factorial(PolicySimulationResult simulation, CombinationAnswer answer)
    {
        if (answer.Factorial is not { } factorial)
        {
            yield break;
        }

        PolicyInteraction[] pairs = [.. factorial.Effects.Where(effect => effect.Order == 2)];
        PolicyInteraction[] higher = [.. factorial.Effects.Where(effect => effect.Order > 2)];
        yield return Sentence.Of(
            "scenarios.combinations_factorial",
            [
                ("levers", string.Join(", ", factorial.Policies.Select(simulation.NameOf))),
                ("main", factorial.Effects.Count(effect => effect.Order == 1 && effect.Verdict == InteractionVerdict.Above)), .. Counts(pairs),
                ("higher", higher.Length), ("higher_told", higher.Count(effect => effect.Verdict is InteractionVerdict.Above or InteractionVerdict.Below)),
            ]);
        PolicyInteraction all = higher[^1];
        yield return Sentence.Of("scenarios.combinations_all", ("together", all.Together), ("sum", all.SumOfGains));
    }

    private static IEnumerable<Sentence> Unreached(PolicySimulationResult simulation, CombinationAnswer answer)
    {
        string[] idle =
        [
            .. answer.Designs.SelectMany(design => design.Policies).Distinct(StringComparer.Ordinal)
                .Where(id => simulation.Comparison.Effects.Single(effect => effect.Scenario == id).CostPerGain.State == CostPerGainState.NobodyReached),
        ];
        return idle.Length == 0 ? [] : [Sentence.Of("scenarios.combinations_unreached", ("levers", string.Join(", ", idle)))];
    }

    private static (string, object?)[] Counts(PolicyInteraction[] pairs) =>
    [
        ("pairs", pairs.Length), ("more", Count(pairs, InteractionVerdict.Above)), ("less", Count(pairs, InteractionVerdict.Below)),
        ("untold", Count(pairs, InteractionVerdict.CannotTell)), ("exact", Count(pairs, InteractionVerdict.ExactlyZero)),
        ("told_together", pairs.Count(pair => pair.IsToldTogether)),
    ];

    private static int Count(PolicyInteraction[] pairs, InteractionVerdict verdict) => pairs.Count(pair => pair.Verdict == verdict);
}
