namespace Karkhana.Simulation;

/// <summary>A phase of a quarter (framework 5.3): reads the state at t and writes what belongs to t+1.</summary>
/// <remarks>Phases hold no state of their own, so that one serves all runs and a snapshot of a run is complete.</remarks>
internal interface ITickPhase
{
    /// <summary>Does the phase for all firms.</summary>
    /// <param name="run">The run.</param>
    void Apply(ClusterRun run);
}
