namespace Karkhana.Methods.Econometrics;

/// <summary>Observed and expected events by group and their covariance, summed over times and strata.</summary>
internal sealed class LogRankSums(int groups)
{
    public double[] Observed { get; } = new double[groups];

    public double[] Expected { get; } = new double[groups];

    /// <summary>Gets the covariance of observed less expected, row after row.</summary>
    public double[] Covariance { get; } = new double[groups * groups];

    /// <summary>Adds the subjects of one stratum.</summary>
    public void Add(SurvivalSample sample, string[] names, int[] subjects, double rho)
    {
        RiskTable all = RiskTable.Of(sample, subjects);
        RiskTable[] own = [.. names.Select(name => RiskTable.Of(
            sample, [.. subjects.Where(i => sample.Groups[i] == name)], all.Times))];
        double survival = 1;
        for (int t = 0; t < all.Times.Length; t++)
        {
            if (all.Events[t] > 0)
            {
                AddTime(all, own, t, rho == 0 ? 1 : Math.Pow(survival, rho));
                survival *= (all.AtRisk[t] - all.Events[t]) / (double)all.AtRisk[t];
            }
        }
    }

    private void AddTime(RiskTable all, RiskTable[] own, int t, double weight)
    {
        (double risk, double events) = (all.AtRisk[t], all.Events[t]);
        double scale = risk > 1 ? weight * weight * events * (risk - events) / (risk - 1) : 0;
        for (int g = 0; g < groups; g++)
        {
            double share = own[g].AtRisk[t] / risk;
            Observed[g] += weight * own[g].Events[t];
            Expected[g] += weight * events * share;
            for (int h = 0; h < groups; h++)
            {
                Covariance[(g * groups) + h] += scale * share * ((g == h ? 1 : 0) - (own[h].AtRisk[t] / risk));
            }
        }
    }
}
