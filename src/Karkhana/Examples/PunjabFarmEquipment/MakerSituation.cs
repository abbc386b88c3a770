using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>What a maker truly faces when it decides on learning.</summary>
/// <param name="Incentive">ρ.</param>
/// <param name="Effectiveness">θ.</param>
/// <param name="Cost">c.</param>
/// <param name="Slack">S.</param>
/// <param name="Least">The smallest effort that makes sense.</param>
internal sealed record MakerSituation(double Incentive, double Effectiveness, double Cost, double Slack, double Least)
{
    /// <summary>Solves the effort problem; a threshold says whether return or finance is the reason.</summary>
    /// <param name="gap">The gap to the frontier.</param>
    /// <returns>The effort and its regime.</returns>
    public (double Effort, TrueRegime Regime) Solve(double gap)
    {
        EffortChoice choice = EffortProblem.Estimate(new EffortSituation
        {
            Incentive = Incentive,
            Effectiveness = Effectiveness,
            Gap = gap,
            UnitCost = Cost,
            Slack = Slack,
            LeastEffort = Least,
            Curvature = TruthParameters.Curvature,
        });
        bool pays = choice.InteriorEffort >= Least || Least < choice.BreakEvenEffort;
        TrueRegime regime = choice.Regime switch
        {
            LearningRegime.Interior => TrueRegime.Interior,
            LearningRegime.Liquidity => TrueRegime.Liquidity,
            LearningRegime.AtMinimum => TrueRegime.AtMinimum,
            _ => pays ? TrueRegime.ThresholdFinance : TrueRegime.ThresholdReturn,
        };
        return (choice.Effort, regime);
    }
}
