namespace Karkhana.Simulation;

/// <summary>What links outside bring: rate × γ × the gap to the frontier within reach.</summary>
internal static class OutsideFlow
{
    /// <summary>Adds the flow to what comes to each firm.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The sum over firms of the mean over functions.</returns>
    public static double Apply(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        MechanismColumns columns = run.Mechanisms;
        double[] frontier = run.World.Frontier;
        double gained = 0;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            double rate = columns.OutsideRate[slot] * columns.AbsorptiveCapacity[slot];
            for (int function = 0; rate > 0 && firms.Alive[slot] && function < firms.Functions; function++)
            {
                int position = (slot * firms.Stride) + function;
                double reach = FrontierReach.Of(frontier[function], columns.FrontierFactor[slot], columns.FrontierShift[slot]);
                double gain = rate * Math.Max(0, reach - firms.Capability[position]);
                firms.Inflow[position] += gain;
                gained += gain;
            }
        }

        return gained / firms.Functions;
    }
}
