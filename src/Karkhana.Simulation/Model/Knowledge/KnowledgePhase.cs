namespace Karkhana.Simulation;

/// <summary>Phase 6: knowledge that comes from others (framework 3.3.4 and 5.6), gathered for K(t+1).</summary>
internal sealed class KnowledgePhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        Array.Clear(run.Firms.Inflow, 0, run.Firms.Count * run.Firms.Stride);
        run.Totals.Passive = PassiveFlow.Apply(run);
        if (run.Options.Minimal)
        {
            run.Totals.Interactive = ExpectedExchange.Apply(run);
        }
        else
        {
            for (int slot = 0; slot < run.Firms.Count; slot++)
            {
                run.Firms.Average[slot] = run.Firms.MeanCapability(slot);
            }

            run.Totals.Interactive = PartnerExchange.Apply(run);
            run.Totals.Mobile = WorkerMoves.Apply(run);
        }

        run.Totals.Outside = OutsideFlow.Apply(run);
    }
}
