using System.Globalization;
using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>One lever by rules and by simulation.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Effect">What its policy changed in the model.</param>
/// <param name="RuleRank">Its place by rules, from 1.</param>
/// <param name="SimulationRank">Its place by simulation, from 1.</param>
/// <param name="Advice">The advice by rules.</param>
/// <param name="Levers">The number of levers that both know.</param>
public sealed record LeverAgreement(
    Lever Lever, PolicyEffect Effect, int RuleRank, int SimulationRank, LeverAdvice Advice, int Levers)
{
    // Places apart, as a share of all places, from which on the two are said to disagree.
    private const double Apart = 1.0 / 3;

    /// <summary>Gets whether the two say the same.</summary>
    public AgreementVerdict Verdict
    {
        get
        {
            int apart = SimulationRank - RuleRank;
            return Advice.Vetoed != VetoRule.None && Effect.CostPerGain.State == CostPerGainState.Defined
                ? AgreementVerdict.VetoedWithGain
                : Math.Abs(apart) <= Apart * Levers
                    ? AgreementVerdict.Agree
                    : apart > 0 ? AgreementVerdict.RulesPreferIt : AgreementVerdict.SimulationPrefersIt;
        }
    }

    /// <summary>Gets what each of the two rests on.</summary>
    public string Reason => string.Create(
        CultureInfo.InvariantCulture,
        $"Rules: match {Advice.Match:0.00}, regime share {Advice.RegimeShare:0.00}, evidence {Lever.Evidence}, cost class {Lever.Cost}{(Advice.GapFactor > 1 ? $", gap factor {Advice.GapFactor:0.00}" : "")}{(Advice.Vetoed == VetoRule.None ? "" : $", veto {Words.Spaced(Advice.Vetoed)}")}. In the model: gain {Effect.Gain:0.0000} [{Effect.Low:0.0000}, {Effect.High:0.0000}], better than doing nothing in {Effect.BetterThanNothing.Count} of {Effect.BetterThanNothing.Runs} runs{(Effect.CostPerGain.State == CostPerGainState.Defined ? "" : $", {Words.Spaced(Effect.CostPerGain.State)}")}.");
}
