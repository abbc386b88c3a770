using System.Diagnostics;
using Karkhana.Simulation;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>A phase with a watch.</summary>
/// <param name="phase">The phase.</param>
internal sealed class TimedPhase(ITickPhase phase) : ITickPhase
{
    private readonly List<long> _ticks = [];

    public string Name => phase.GetType().Name;

    /// <summary>Gets the median time of a quarter times their number: what other work on the machine does not move. Of a phase
    /// that acts in few quarters only, those count.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            long most = _ticks.Max();
            long[] acted = [.. _ticks.Where(ticks => ticks > most / 20).Order()];
            return Stopwatch.GetElapsedTime(0, acted[acted.Length / 2] * acted.Length);
        }
    }

    public void Apply(ClusterRun run)
    {
        long began = Stopwatch.GetTimestamp();
        phase.Apply(run);
        _ticks.Add(Stopwatch.GetTimestamp() - began);
    }
}
