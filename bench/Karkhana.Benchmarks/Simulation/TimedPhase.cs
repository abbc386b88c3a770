using System.Diagnostics;
using Karkhana.Simulation;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>A phase with a watch.</summary>
/// <param name="phase">The phase.</param>
internal sealed class TimedPhase(ITickPhase phase) : ITickPhase
{
    private readonly Stopwatch _watch = new();

    public string Name => phase.GetType().Name;

    public TimeSpan Elapsed => _watch.Elapsed;

    public void Apply(ClusterRun run)
    {
        _watch.Start();
        phase.Apply(run);
        _watch.Stop();
    }
}
