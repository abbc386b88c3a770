namespace Karkhana.Simulation;

/// <summary>Phase 10: firms without cash leave, firms begin (framework 5.7).</summary>
/// <remarks>
/// A firm leaves when its cash has been below zero for the quarters of the parameter on end. How many begin in a place follows
/// from its employment and profitability of this quarter; those that begin are there in the next.
/// </remarks>
internal sealed class EntryAndExitPhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        Founding[] foundings = EntryPlaces.Foundings(run); // before anyone leaves: the place as it was in this quarter
        for (int slot = 0; slot < run.Firms.Count; slot++)
        {
            if (run.Firms.Alive[slot] && run.Firms.LossQuarters[slot] >= run.Parameters.LossQuarters)
            {
                run.Firms.Remove(slot);
                run.Totals.Exits++;
            }
        }

        foreach (Founding founding in foundings)
        {
            Entrant.Settle(run, founding);
            run.Totals.Entries++;
        }
    }
}
