namespace Karkhana.Simulation;

/// <summary>The policies' part of phase 1: they enrol, deliver and pay, and the doses of the quarter are added up.</summary>
internal sealed class PolicyPhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        if (run.Quarter < 0 || run.Interventions.Count == 0)
        {
            return;
        }

        bool changed = run.ShiftsStale;
        foreach (InterventionState state in run.Interventions)
        {
            changed |= state.Advance(run);
        }

        if (changed || !run.Options.Minimal) // ties, along which doses spill over, change in the full model
        {
            run.Shifts.Clear();
            foreach (InterventionState state in run.Interventions)
            {
                state.AddDoses(run);
            }

            (run.ShiftsStale, run.MechanismsChanged) = (false, true);
        }
    }
}
