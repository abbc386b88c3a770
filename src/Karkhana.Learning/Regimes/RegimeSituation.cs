using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;

namespace Karkhana.Learning;

/// <summary>What a firm's answers and channel indices say of its effort problem; the rest is assumed.</summary>
internal sealed class RegimeSituation
{
    private const double Yes = 1;

    private readonly ChannelIndicesResult _indices;
    private readonly int _firm;
    private readonly double _canPay;
    private readonly double _lumpy;

    public RegimeSituation(Survey survey, ChannelIndicesResult indices, int respondent)
    {
        _indices = indices;
        _firm = survey.Firms[respondent];
        _canPay = Answer(survey, "M3", respondent);
        _lumpy = Answer(survey, "M4", respondent);
        Constraint = Answer(survey, "M12", respondent) is >= 1 and <= 5 and double named ? (BindingConstraint)(int)named : null;
    }

    public BindingConstraint? Constraint { get; }

    /// <summary>Gets the regime that the answers state; null when they do not say.</summary>
    public LearningRegime? Stated
    {
        get
        {
            bool noMoney = Constraint == BindingConstraint.OwnMoney || (Constraint is null && _canPay == 0);
            return Constraint == BindingConstraint.NotWorthIt || (noMoney && _lumpy == Yes) ? LearningRegime.Threshold
                : noMoney ? LearningRegime.Liquidity
                : _lumpy == Yes ? LearningRegime.AtMinimum
                : Constraint is not null || _canPay == Yes ? LearningRegime.Interior
                : null;
        }
    }

    /// <summary>Gives the effort problem at a capability from 0 to 1.</summary>
    public EffortSituation At(double capability, RegimeAssumptions assumptions)
    {
        double Of(LearningChannel channel) =>
            _indices.Of(channel)[_firm] is double index && !double.IsNaN(index) ? index : 0;
        double slack = Between(_canPay, assumptions.SlackWithoutFunds, assumptions.SlackWithFunds);
        return new EffortSituation
        {
            UnitCost = assumptions.UnitCost * Math.Exp(-assumptions.ChannelScale.Cost * Of(LearningChannel.CostOfEffort)),
            Incentive = assumptions.Incentive * Math.Exp(assumptions.ChannelScale.Incentive * Of(LearningChannel.IncentiveForEffort)),
            Effectiveness = assumptions.Effectiveness * Math.Exp(
                assumptions.ChannelScale.Effectiveness * Of(LearningChannel.EffectivenessOfEffort)),
            Slack = slack * Math.Exp(assumptions.ChannelScale.Resources * Of(LearningChannel.ResourcesForEffort)),
            LeastEffort = Between(_lumpy, assumptions.LeastEffortOtherwise, assumptions.LeastEffortWhenLumpy),
            Gap = Math.Max(0, assumptions.Frontier - capability),
        };
    }

    private static double Answer(Survey survey, string item, int respondent) => survey.AnswersTo(item)?[respondent] ?? double.NaN;

    private static double Between(double yes, double whenNo, double whenYes) =>
        double.IsNaN(yes) ? (whenNo + whenYes) / 2 : yes == Yes ? whenYes : whenNo;
}
