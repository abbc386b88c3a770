using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>Holds the design of a programme against the four features of technology support that worked.</summary>
public static class ProgrammeDesign
{
    private const double LeastHalfLife = 8;

    private static readonly DoseTarget[] Own =
        [DoseTarget.Effectiveness, DoseTarget.AbsorptiveCapacity, DoseTarget.AdoptionBarrier];

    private static readonly DoseTarget[] Together = [DoseTarget.Trust, DoseTarget.JoinProbability, DoseTarget.Pooling];

    /// <summary>Asks the questions of the checklist.</summary>
    /// <remarks>
    /// Three questions to each feature, answered from the policy file: from its numbers, or from what it says under
    /// <c>design</c>. Score: yes over answers; between the score if all that is not said were no and if it were yes. The
    /// programme has what at least one of its policies has. The features are Romijn's; the questions are ours, and a full score is
    /// no forecast of success.
    /// Cost: policies. Source: Romijn 2001, Oxford Development Studies 29(1), abstract (framework S35). Agrees with: the definition.
    /// </remarks>
    /// <param name="policies">The policies of the programme; the baseline is passed over.</param>
    /// <returns>The answers and scores.</returns>
    public static ProgrammeDesignResult Estimate(IReadOnlyList<PlannedPolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        DesignCheck[][] byPolicy = [.. policies.Where(policy => !policy.Intervention.IsBaseline).Select(policy => Checks(policy).ToArray())];
        IEnumerable<DesignCheck> programme = byPolicy.Length == 0 ? [] : byPolicy[0].Select((check, place) => check with
        {
            Policy = ProgrammeDesignResult.Programme,
            Answer = Any([.. byPolicy.Select(checks => checks[place].Answer)]),
        });
        DesignCheck[] all = [.. byPolicy.SelectMany(checks => checks), .. programme];
        return new ProgrammeDesignResult(
            all,
            [.. all.GroupBy(check => (check.Policy, check.Feature)).Select(group => Score(group.Key.Policy, group.Key.Feature, [.. group]))]);
    }

    private static IEnumerable<DesignCheck> Checks(PlannedPolicy planned)
    {
        (Intervention policy, PolicyDesign design) = (planned.Intervention, planned.Design);
        DesignCheck Ask(ProgrammeFeature feature, string question, bool? answer, string reads) => new(policy.Id, feature, question, answer, reads);
        yield return Ask(ProgrammeFeature.BuildsCapability, "Does it act on how firms themselves learn and use knowledge?", Moves(policy, Own), "dose: theta, AC or barrier");
        yield return Ask(ProgrammeFeature.BuildsCapability, "Do firms put in days of their own?", policy.Cost.FirmTimeDays > 0, "cost.firmTimeDays");
        yield return Ask(ProgrammeFeature.BuildsCapability, "Does half of it stay two years after it ends?", policy.HalfLife >= LeastHalfLife, "decay.halfLife");
        yield return Ask(ProgrammeFeature.FollowsDemand, "Were firms asked what they need first?", design.NeedsAsked, "design.needsAsked");
        yield return Ask(ProgrammeFeature.FollowsDemand, "Do firms choose content or provider?", design.FirmsChoose, "design.firmsChoose");
        yield return Ask(ProgrammeFeature.FollowsDemand, "Do those take part more for whom improvement is worth more?", policy.TakeUp.Slopes.GetValueOrDefault(FirmFacts.Incentive) > 0, "takeup.logit.rho");
        yield return Ask(ProgrammeFeature.WorksWithGroups, "Is it delivered to groups?", policy.Delivery.Unit == DeliveryUnit.Group, "delivery.unit");
        yield return Ask(ProgrammeFeature.WorksWithGroups, "Do the firms of a group share a problem?", design.CommonProblem, "design.commonProblem");
        yield return Ask(ProgrammeFeature.WorksWithGroups, "Does it help them to organise?", Moves(policy, Together) ? true : design.SelfHelpBody, "dose: tau, pJoin or pool; design.selfHelpBody");
        yield return Ask(ProgrammeFeature.UsesMarketIncentives, "Do firms pay a share?", design.FirmShare is null ? null : design.FirmShare > 0, "design.firmShare");
        yield return Ask(ProgrammeFeature.UsesMarketIncentives, "Do providers compete, or are they paid by result?", design.ProvidersCompete, "design.providersCompete");
        yield return Ask(ProgrammeFeature.UsesMarketIncentives, "Does support end?", policy.End != int.MaxValue, "end");
    }

    private static bool Moves(Intervention policy, DoseTarget[] targets) => policy.Doses.Any(dose => targets.Contains(dose.Target));

    private static bool? Any(bool?[] answers) => answers.Contains(true) ? true : answers.Contains(null) ? null : false;

    private static FeatureScore Score(string policy, ProgrammeFeature feature, DesignCheck[] checks)
    {
        double yes = checks.Count(check => check.Answer == true);
        double open = checks.Count(check => check.Answer is null);
        return new FeatureScore(
            policy, feature, open == checks.Length ? double.NaN : yes / (checks.Length - open), yes / checks.Length, (yes + open) / checks.Length);
    }
}
