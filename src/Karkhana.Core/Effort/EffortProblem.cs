using System.Runtime.CompilerServices;
using Karkhana.Core.Exchange;

namespace Karkhana.Core.Effort;

/// <summary>How much effort a firm chooses to spend on learning, and what holds it back.</summary>
public static class EffortProblem
{
    /// <summary>Solves the problem of one firm.</summary>
    /// <remarks>
    /// max over e of ρθg·e^β − c·e, with c·e ≤ S and e = 0 or e ≥ e_min. Interior e* = (βρθg/c)^(1/(1−β)); break-even ē
    /// =
    /// (ρθg/c)^(1/(1−β)), where the net value is zero. Desired: e* if e* ≥ e_min; else e_min if e_min &lt; ē, else 0.
    /// Affordable: S/c. If desired is not
    /// affordable: what is affordable if at least e_min and below ē, else 0. Inertial firms spend nothing when e* &lt;
    /// e_min.
    /// Regimes by framework 3.3.3. Cost: constant. Source: framework 3.3. Agrees with: its worked examples to their
    /// digits.
    /// </remarks>
    /// <param name="situation">The parameters of the firm.</param>
    /// <param name="rule">What a firm does whose best effort is below the least possible.</param>
    /// <returns>Effort, learning, net value and regime.</returns>
    public static EffortChoice Estimate(EffortSituation situation, LumpyRule rule = LumpyRule.Optimal)
    {
        ArgumentNullException.ThrowIfNull(situation);
        EffortCurve curve = new(situation.Curvature, rule);
        double value = Math.Log(situation.Incentive * situation.Effectiveness * situation.Gap / situation.UnitCost);
        double affordable = situation.Slack / situation.UnitCost;
        EffortDecision decision = Decide(
            curve, value,
            new EffortLimits(situation.LeastEffort, Math.Log(situation.LeastEffort), affordable, Math.Log(affordable)));
        double learning =
            situation.Effectiveness * situation.Gap * Math.Exp(situation.Curvature * decision.LogEffort);
        return new EffortChoice
        {
            Effort = decision.Effort,
            InteriorEffort = Math.Exp((curve.LogCurvature + value) * curve.Power),
            BreakEvenEffort = Math.Exp(value * curve.Power),
            Learning = learning,
            NetValue = (situation.Incentive * learning) - (situation.UnitCost * decision.Effort),
            Regime = decision.Regime,
            NoAbsorption = situation.AbsorptiveCapacity <= situation.NearZero,
            Frontier = situation.Gap <= situation.NearZero,
        };
    }

    /// <summary>Decides in logarithms, without memory: the one rule for single firms and for simulations of many.</summary>
    /// <remarks>ln e* = (ln β + ln(ρθg/c)) / (1 − β), ln ē = ln(ρθg/c) / (1 − β). Cost: at most one exponential.</remarks>
    /// <param name="curve">What all firms share.</param>
    /// <param name="logValue">ln(ρθg/c); −∞ when there is nothing to gain.</param>
    /// <param name="limits">e_min and S/c.</param>
    /// <returns>Effort, its logarithm and the regime.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EffortDecision Decide(in EffortCurve curve, double logValue, in EffortLimits limits)
    {
        double interior = (curve.LogCurvature + logValue) * curve.Power;
        if (interior >= limits.LogLeast)
        {
            if (interior <= limits.LogAffordable)
            {
                double effort = Math.Exp(interior);
                return new EffortDecision(effort, interior, effort == 0 ? LearningRegime.Threshold : LearningRegime.Interior);
            }
        }
        else if (curve.Rule == LumpyRule.Inertial || limits.LogLeast >= logValue * curve.Power)
        {
            return new EffortDecision(0, double.NegativeInfinity, LearningRegime.Threshold);
        }
        else if (limits.Least <= limits.Affordable)
        {
            return new EffortDecision(limits.Least, limits.LogLeast, LearningRegime.AtMinimum);
        }

        return limits.Affordable > 0 && limits.Affordable >= limits.Least && limits.LogAffordable < logValue * curve.Power
            ? new EffortDecision(limits.Affordable, limits.LogAffordable, LearningRegime.Liquidity)
            : new EffortDecision(0, double.NegativeInfinity, LearningRegime.Threshold);
    }
}
