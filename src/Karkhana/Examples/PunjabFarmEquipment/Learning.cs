namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The years in which makers learn: own effort, advice, and what comes without either (framework
/// 3.3.4).</summary>
/// <param name="Capability">The capability at the end.</param>
/// <param name="Effort">The effort of the last year.</param>
/// <param name="Regimes">The regime of the last year.</param>
/// <param name="InflowShare">The share of all that was learnt that came without own effort.</param>
internal sealed record Learning(double[] Capability, double[] Effort, TrueRegime[] Regimes, double[] InflowShare)
{
    public static Learning Of(Truth truth)
    {
        int makers = truth.Makers.Length;
        int[][] near = [.. truth.Makers.Select(maker => Enumerable.Range(0, makers)
            .Where(other => truth.Makers[other] != maker && maker.Place.DistanceTo(truth.Makers[other].Place) <= TruthParameters.PassiveRadius).ToArray())];
        double[] capability = [.. truth.StartCapability];
        (double[] effort, TrueRegime[] regimes) = (new double[makers], new TrueRegime[makers]);
        (double[] worked, double[] came) = (new double[makers], new double[makers]);
        for (int year = 0; year < TruthParameters.Years; year++)
        {
            double[] next = new double[makers];
            for (int i = 0; i < makers; i++)
            {
                double gap = TruthParameters.Frontier - capability[i];
                (effort[i], regimes[i]) = truth.Problems[i].Solve(gap);
                double own = truth.Problems[i].Effectiveness * Math.Pow(effort[i], TruthParameters.Curvature) * gap;
                double inflow = Inflow(truth, capability, near[i], i);
                worked[i] += own;
                came[i] += inflow;
                next[i] = Math.Min(
                    TruthParameters.Frontier - 0.01, ((1 - TruthParameters.Decay) * capability[i]) + own + inflow);
            }

            capability = next;
        }

        return new Learning(
            capability, effort, regimes,
            [.. worked.Select((own, i) => own + came[i] == 0 ? 0 : came[i] / (own + came[i]))]);
    }

    private static double Inflow(Truth truth, double[] capability, int[] near, int maker)
    {
        double absorption = truth.Absorption[maker];
        double advice = TruthParameters.Interaction * absorption * MeanLead(
            capability, truth.Ties.AdvisersOf[maker], maker);
        double passive = TruthParameters.Passive * (TruthParameters.PassiveFree + (TruthParameters.PassiveAbsorbed * absorption))
            * MeanLead(capability, near, maker);
        return advice + passive;
    }

    private static double MeanLead(double[] capability, IReadOnlyList<int> others, int maker) =>
        others.Count == 0 ? 0 : others.Average(other => Math.Max(0, capability[other] - capability[maker]));
}
