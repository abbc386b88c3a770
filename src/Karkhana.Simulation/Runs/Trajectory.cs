namespace Karkhana.Simulation;

/// <summary>Takes runs through their quarters.</summary>
internal static class Trajectory
{
    /// <summary>Goes from the start to the end of the burn-in.</summary>
    /// <param name="run">The run; it begins anew.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="replicate">The replicate.</param>
    /// <param name="observe">Sees the run before the first and after each quarter; null for no one.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    public static void BurnIn(
        ClusterRun run, ClusterParameters parameters, int replicate, Action<ClusterRun>? observe, CancellationToken cancellationToken)
    {
        run.Begin(parameters, replicate);
        observe?.Invoke(run);
        Continue(run, run.Options.BurnIn, observe, cancellationToken);
    }

    /// <summary>Begins a scenario at the end of the burn-in.</summary>
    /// <param name="run">The run.</param>
    /// <param name="scenario">The scenario.</param>
    public static void Enter(ClusterRun run, ClusterScenario scenario)
    {
        run.Events = scenario.Events;
        run.Interventions = [.. scenario.Interventions.Select(policy => new InterventionState(policy))];
        run.ShiftsStale = true;
        if (scenario.Parameters is not null)
        {
            run.Parameters = scenario.Parameters(run.Parameters);
            run.NeighboursChanged = true;
            ExposurePhase.Recompute(run);
        }
    }

    /// <summary>Goes on for some quarters.</summary>
    /// <param name="run">The run.</param>
    /// <param name="quarters">How many.</param>
    /// <param name="observe">Sees the run after each quarter; null for no one.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    public static void Continue(ClusterRun run, int quarters, Action<ClusterRun>? observe, CancellationToken cancellationToken)
    {
        IReadOnlyList<ITickPhase> phases = TickSchedule.Of(run.Options);
        for (int quarter = 0; quarter < quarters; quarter++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Tick(phases);
            observe?.Invoke(run);
        }
    }
}
