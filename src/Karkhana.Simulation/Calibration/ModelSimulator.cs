using System.Collections.Concurrent;
using Karkhana.Core.Exchange;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>The model as something to calibrate: parameters in, observables of the cluster after the burn-in out.</summary>
internal sealed class ModelSimulator : ISummarySimulator
{
    private readonly ClusterStart _start;
    private readonly IReadOnlyList<string> _parameters;
    private readonly int[] _summaries;
    private readonly ClusterParameters _others;
    private readonly SimulationOptions _options;
    private readonly ConcurrentBag<ClusterRun> _runs = [];

    public ModelSimulator(
        ClusterPopulation population, IReadOnlyList<string> parameters, IReadOnlyList<string> summaries, ClusterParameters others,
        SimulationOptions options)
    {
        _start = ClusterStart.Of(population, options);
        (_parameters, _others, _options) = (parameters, others, options);
        _summaries = [.. summaries.Select(name => ClusterObservables.Names.ToList().IndexOf(name))];
        Key = RunKey.Of("calibration", population, others, options, parameters, summaries);
    }

    public string Key { get; }

    public void Simulate(ReadOnlySpan<double> parameters, int attempt, Span<double> summaries, CancellationToken cancellationToken)
    {
        if (!_runs.TryTake(out ClusterRun? run))
        {
            run = new ClusterRun(_start, _options);
        }

        Trajectory.BurnIn(run, ModelParameter.Apply(_others, _parameters, parameters), attempt, null, cancellationToken);
        double[] seen = ClusterObservables.Of(Observe(run));
        for (int i = 0; i < summaries.Length; i++)
        {
            summaries[i] = seen[_summaries[i]];
        }

        _runs.Add(run);
    }

    /// <summary>Sees the firms of a run as a study would.</summary>
    internal static FirmObservations Observe(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        int[] alive = [.. Enumerable.Range(0, firms.Count).Where(slot => firms.Alive[slot])];
        return new FirmObservations
        {
            Capability = [.. alive.Select(firms.MeanCapability)],
            Effort = [.. alive.Select(slot => firms.Effort[slot])],
            AbsorptiveCapacity = [.. alive.Select(slot => run.Mechanisms.AbsorptiveCapacity[slot])],
            Workers = [.. alive.Select(slot => firms.Workers[slot])],
            Clustered = [.. alive.Select(slot => firms.Clustered[slot])],
            Regimes = [.. alive.Select(slot => (LearningRegime?)firms.Regime[slot])],
            Distance = [.. alive.Select(slot => run.Start.Centres.Distance(firms.Place[slot], firms.X[slot], firms.Y[slot]))],
            Ties = [.. alive.Select(slot => (double)KnowledgeTies(run.Ties, slot))],
        };
    }

    private static int KnowledgeTies(TieColumns ties, int slot)
    {
        int count = 0;
        for (int entry = ties.First[slot]; entry < ties.First[slot + 1]; entry++)
        {
            count += ties.Kind[ties.Tie[entry]] == ClusterTieKind.Knowledge ? 1 : 0;
        }

        return count;
    }
}
