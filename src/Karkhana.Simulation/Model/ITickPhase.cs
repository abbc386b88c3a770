namespace Karkhana.Simulation;

/// <summary>A part of a quarter (framework 5.3): reads the state as it was at the start of the quarter, writes what comes next.</summary>
internal interface ITickPhase
{
    /// <summary>Does its part of the quarter.</summary>
    /// <param name="run">The run.</param>
    void Step(ClusterRun run);
}
