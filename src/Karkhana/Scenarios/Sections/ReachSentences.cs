using Karkhana.Core.Documents;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>Says of levers that reach no firm why they do not.</summary>
internal static class ReachSentences
{
    public static IEnumerable<Sentence> Of(PolicySimulationResult simulation) => simulation.Shown
        .Where(policy => policy.Effect.CostPerGain.State == CostPerGainState.NobodyReached)
        .Select(policy => Why(simulation, policy.Effect));

    private static Sentence Why(PolicySimulationResult simulation, PolicyEffect effect)
    {
        Intervention policy = simulation.Policies.Find(effect.Scenario)!.Intervention;
        int horizon = simulation.Options.Model.Horizon;
        double eligible = Sums.Mean(simulation.OutcomesOf(effect.Scenario).Values(OutcomeNames.EligibleFirms));
        string lever = simulation.NameOf(effect.Scenario);
        return policy switch
        {
            _ when policy.Start >= horizon => Sentence.Of("scenarios.unreached_late", ("lever", lever), ("start", policy.Start), ("horizon", horizon)),
            _ when policy.NonDelivery >= 1 => Sentence.Of("scenarios.unreached_undelivered", ("lever", lever)),
            _ when eligible == 0 => Sentence.Of("scenarios.unreached_ineligible", ("lever", lever), ("condition", policy.Eligibility.Text)),
            _ => Sentence.Of("scenarios.unreached_untaken", ("lever", lever), ("eligible", eligible)),
        };
    }
}
