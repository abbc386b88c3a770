namespace Karkhana.Simulation;

/// <summary>What comes along ties in minimal mode: α γ Σ w max(0, K_j − K_i) with w proportional to trust and row sums of 1 (3.3.4).</summary>
internal static class ExpectedExchange
{
    /// <summary>Adds the flow to what comes to each firm.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The sum over firms.</returns>
    public static double Apply(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        TieColumns ties = run.Ties;
        (int[] firsts, int[] partners, int[] tie) = (ties.First, ties.Partner, ties.Tie);
        if (partners.Length == 0)
        {
            return 0;
        }

        (double[] trust, double[] shift) = (ties.Trust, run.Mechanisms.TrustShift);
        ReadOnlySpan<double> capability = firms.Capability;
        double locality = run.Parameters.SearchLocality;
        double gained = 0;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            double rate = run.Mechanisms.InteractiveRate[slot] * run.Mechanisms.AbsorptiveCapacity[slot];
            (double total, double lead) = (0, 0);
            for (int entry = firsts[slot]; rate > 0 && entry < firsts[slot + 1]; entry++)
            {
                int partner = partners[entry];
                double weight = TieStrength.Felt(trust[tie[entry]], shift[slot], shift[partner]);
                total += weight;
                double gap = Math.Max(0, capability[partner] - capability[slot]);
                lead += weight * (locality == 0 ? gap : gap * Math.Exp(-locality * gap));
            }

            if (total > 0)
            {
                double gain = rate * lead / total;
                firms.Inflow[slot] += gain;
                gained += gain;
            }
        }

        return gained;
    }
}
