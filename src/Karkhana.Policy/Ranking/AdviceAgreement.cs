using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>The advice by rules and the order by simulation, side by side.</summary>
/// <param name="Levers">One row per lever that both know, in the order of the simulation; of several policies of a lever the first.</param>
/// <param name="RankCorrelation">Spearman's correlation of the two orders; NaN with fewer than three levers.</param>
public sealed record AdviceAgreement(IReadOnlyList<LeverAgreement> Levers, double RankCorrelation)
{
    private const int Least = 3;

    /// <summary>Puts the two side by side; a policy whose id is not that of a lever is told by its lever.</summary>
    /// <param name="advice">The advice by rules.</param>
    /// <param name="ranking">The order by simulation.</param>
    /// <param name="leverOf">The lever of each policy by the policy's id.</param>
    /// <returns>Both orders among the levers that both know.</returns>
    public static AdviceAgreement Of(
        PolicyAdviceResult advice, PolicyRankingResult ranking, IReadOnlyDictionary<string, string> leverOf)
    {
        ArgumentNullException.ThrowIfNull(advice);
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(leverOf);
        Dictionary<string, LeverAdvice> byLever = advice.Levers.Where(item => !item.Lever.IsBaseline)
            .ToDictionary(item => item.Lever.Id, StringComparer.Ordinal);
        (RankedPolicy Policy, LeverAdvice Advice)[] both = [.. ranking.Policies
            .Select(policy => (Policy: policy, Advice: byLever.GetValueOrDefault(leverOf.GetValueOrDefault(policy.Effect.Scenario, policy.Effect.Scenario))))
            .Where(pair => pair.Advice is not null)
            .Select(pair => (pair.Policy, pair.Advice!))
            .DistinctBy(pair => pair.Item2)]; // rules know levers, not policies
        LeverAdvice[] rules = [.. advice.Levers.Where(item => both.Any(pair => pair.Advice == item))];
        LeverAgreement[] levers = [.. both.Select((pair, place) => new LeverAgreement(
            pair.Advice.Lever, pair.Policy.Effect, Array.IndexOf(rules, pair.Advice) + 1, place + 1, pair.Advice, both.Length))];
        return new AdviceAgreement(
            levers,
            levers.Length < Least ? double.NaN : Core.Kernels.RankCorrelation.Spearman(
                [.. levers.Select(lever => (double)lever.RuleRank)], [.. levers.Select(lever => (double)lever.SimulationRank)]));
    }

    /// <summary>Gives one row per lever.</summary>
    /// <returns>The table <c>advice_agreement</c>.</returns>
    public Table ToTable() => Table.Of(
        "advice_agreement",
        Column.Of("lever", Levers.Select(one => (string?)one.Lever.Id), "Lever", "Id of the lever."),
        Column.Of("policy", Levers.Select(one => (string?)one.Effect.Scenario), "Policy", "Id of the policy that was simulated."),
        Column.Of("rule_rank", Levers.Select(one => one.RuleRank), "By rules", "place", "Place in the advice by rules among these levers."),
        Column.Of("simulation_rank", Levers.Select(one => one.SimulationRank), "By simulation", "place", "Place by cost per gain in the model."),
        Column.Of("agreement", Levers.Select(one => (string?)Words.Of(one.Verdict)), "Agreement", "Whether the two say the same."),
        Column.Of("reason", Levers.Select(one => (string?)one.Reason), "Why", "What each of the two rests on."));
}
