namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The true effort problem of a maker: maximise ρθg·e^β − c·e with finance S and least effort.</summary>
/// <param name="Incentive">ρ.</param>
/// <param name="Effectiveness">θ.</param>
/// <param name="Cost">c.</param>
/// <param name="Slack">S.</param>
/// <param name="Least">The smallest effort that makes sense.</param>
internal sealed record EffortProblem(double Incentive, double Effectiveness, double Cost, double Slack, double Least)
{
    /// <summary>Solves by the exact rule with indivisibility and finance (framework 3.3.1).</summary>
    /// <param name="gap">The gap to the frontier.</param>
    /// <returns>The effort and its regime.</returns>
    public (double Effort, TrueRegime Regime) Solve(double gap)
    {
        double exponent = 1 / (1 - TruthParameters.Curvature);
        double interior = Math.Pow(TruthParameters.Curvature * Incentive * Effectiveness * gap / Cost, exponent);
        double breakEven = Math.Pow(Incentive * Effectiveness * gap / Cost, exponent);
        if (interior < Least && Least >= breakEven)
        {
            return (0, TrueRegime.ThresholdReturn);
        }

        double desired = Math.Max(interior, Least);
        double affordable = Slack / Cost;
        if (desired <= affordable)
        {
            return (desired, interior >= Least ? TrueRegime.Interior : TrueRegime.AtMinimum);
        }

        return affordable >= Least && affordable < breakEven ? (affordable, TrueRegime.Liquidity) : (0, TrueRegime.ThresholdFinance);
    }
}
