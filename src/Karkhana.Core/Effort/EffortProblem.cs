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
        double power = 1 / (1 - situation.Curvature);
        double value = situation.Incentive * situation.Effectiveness * situation.Gap;
        double interior = Math.Pow(situation.Curvature * value / situation.UnitCost, power);
        double breakEven = Math.Pow(value / situation.UnitCost, power);
        double desired = interior >= situation.LeastEffort
            ? interior
            : rule == LumpyRule.Optimal && situation.LeastEffort < breakEven ? situation.LeastEffort : 0;
        double affordable = situation.Slack / situation.UnitCost;
        double effort = desired;
        if (desired > affordable)
        {
            effort = affordable >= situation.LeastEffort && affordable < breakEven ? affordable : 0;
        }

        double learning = situation.Effectiveness * situation.Gap * Math.Pow(effort, situation.Curvature);
        return new EffortChoice
        {
            Effort = effort,
            InteriorEffort = interior,
            BreakEvenEffort = breakEven,
            Learning = learning,
            NetValue = (situation.Incentive * learning) - (situation.UnitCost * effort),
            Regime = RegimeOf(situation, interior, desired, affordable, effort),
            NoAbsorption = situation.AbsorptiveCapacity <= situation.NearZero,
            Frontier = situation.Gap <= situation.NearZero,
        };
    }

    private static LearningRegime RegimeOf(
        EffortSituation situation, double interior, double desired, double affordable, double effort) =>
        effort == 0 ? LearningRegime.Threshold
        : desired > affordable ? LearningRegime.Liquidity
        : interior < situation.LeastEffort ? LearningRegime.AtMinimum
        : LearningRegime.Interior;
}
