using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Phase 1: demand moves, the frontier grows, events of the scenario happen.</summary>
/// <remarks>ln demand of each product is AR(1) around zero; its shocks are addressed by product.</remarks>
internal sealed class ExogenousPhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        ClusterParameters parameters = run.Parameters;
        double[] frontier = run.World.Frontier;
        for (int function = 0; function < frontier.Length; function++)
        {
            frontier[function] *= 1 + parameters.FrontierGrowth;
        }

        if (!run.Options.Minimal)
        {
            double[] demand = run.World.LogDemand;
            for (int product = 0; product < demand.Length; product++)
            {
                demand[product] = (parameters.DemandPersistence * demand[product])
                    + (parameters.DemandSpread * run.Draw.Gaussian(RandomPurpose.DemandShock, run.Step, product));
            }
        }

        for (int i = 0; run.Quarter >= 0 && i < run.Events.Count; i++)
        {
            run.Events[i].Apply(run);
        }
    }
}
