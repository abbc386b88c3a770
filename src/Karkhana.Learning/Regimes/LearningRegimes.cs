using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;

namespace Karkhana.Learning;

/// <summary>Assigns each surveyed firm the regime that its answers state and the one that the effort problem
/// gives.</summary>
public static class LearningRegimes
{
    private const double Yes = 1;

    /// <summary>Assigns the regimes.</summary>
    /// <remarks>
    /// By answers: a firm that says the improvement is not worth it (M12 = 3), or that can neither pay (M12 = 2, or M3 no
    /// where M12 was not answered) nor take a small step (M4 yes), is at the threshold; one that cannot pay is in liquidity;
    /// one whose smallest step is large is at the minimum; any other that answered is in the interior. By model:
    /// <see cref="EffortProblem"/> with ln c, ln ρ, ln θ, ln S moved by the firm's channel indices, S and e_min by its answers
    /// to M3 and M4 (the middle of both values when it did not say), and g = Φ − capability, where capability was scored from 0
    /// to 1. Every parameter that is not measured is an assumption. Absorption is not judged: no item gives it an absolute
    /// scale. Cost: firms. Source: framework 3.3.3, 2.5 block M; an operationalisation inspired by Caniëls and Romijn 2003,
    /// doi:10.1023/A:1027468505311.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="indices">The channel indices of all firms.</param>
    /// <param name="scores">The scores of all firms.</param>
    /// <param name="assumptions">What is not measured.</param>
    /// <returns>One entry per respondent.</returns>
    public static LearningRegimesResult Estimate(
        Survey survey, ChannelIndicesResult indices, ScoreTable scores, RegimeAssumptions? assumptions = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(scores);
        assumptions ??= new RegimeAssumptions();
        Score? capability = scores.Find("capability");
        FirmRegime[] firms = new FirmRegime[survey.Respondents];
        for (int respondent = 0; respondent < firms.Length; respondent++)
        {
            int firm = survey.Firms[respondent];
            double canPay = Answer(survey, "M3", respondent);
            double lumpy = Answer(survey, "M4", respondent);
            double named = Answer(survey, "M12", respondent);
            BindingConstraint? constraint = named is >= 1 and <= 5 ? (BindingConstraint)(int)named : null;
            EffortChoice? modelled = null;
            if (capability is { IsShareOfScale: true } && !double.IsNaN(capability.Values[firm]))
            {
                modelled = EffortProblem.Estimate(
                    Situation(
                        indices, firm, capability.Values[firm], canPay, lumpy,
                        assumptions),
                    assumptions.LumpyRule);
            }

            firms[respondent] = new FirmRegime(firm, constraint, Stated(constraint, canPay, lumpy), modelled);
        }

        return new LearningRegimesResult(firms, assumptions);
    }

    private static double Answer(
        Survey survey, string item, int respondent) => survey.AnswersTo(item)?[respondent] ?? double.NaN;

    private static LearningRegime? Stated(BindingConstraint? constraint, double canPay, double lumpy)
    {
        bool noMoney = constraint == BindingConstraint.OwnMoney || (constraint is null && canPay == 0);
        return constraint == BindingConstraint.NotWorthIt || (noMoney && lumpy == Yes) ? LearningRegime.Threshold
            : noMoney ? LearningRegime.Liquidity
            : lumpy == Yes ? LearningRegime.AtMinimum
            : constraint is not null || canPay == Yes ? LearningRegime.Interior
            : null;
    }

    private static EffortSituation Situation(
        ChannelIndicesResult indices, int firm, double capability, double canPay, double lumpy, RegimeAssumptions assumptions)
    {
        double Of(LearningChannel channel) =>
            indices.Of(channel)[firm] is double index && !double.IsNaN(index) ? index : 0;
        double slack = Between(canPay, assumptions.SlackWithoutFunds, assumptions.SlackWithFunds);
        return new EffortSituation
        {
            UnitCost = assumptions.UnitCost * Math.Exp(
                -assumptions.ChannelScale.Cost * Of(LearningChannel.CostOfEffort)),
            Incentive = assumptions.Incentive * Math.Exp(
                assumptions.ChannelScale.Incentive * Of(LearningChannel.IncentiveForEffort)),
            Effectiveness = assumptions.Effectiveness * Math.Exp(
                assumptions.ChannelScale.Effectiveness * Of(LearningChannel.EffectivenessOfEffort)),
            Slack = slack * Math.Exp(assumptions.ChannelScale.Resources * Of(LearningChannel.ResourcesForEffort)),
            LeastEffort = Between(lumpy, assumptions.LeastEffortOtherwise, assumptions.LeastEffortWhenLumpy),
            Gap = Math.Max(0, assumptions.Frontier - capability),
        };
    }

    private static double Between(double yes, double whenNo, double whenYes) =>
        double.IsNaN(yes) ? (whenNo + whenYes) / 2 : yes == Yes ? whenYes : whenNo;
}
