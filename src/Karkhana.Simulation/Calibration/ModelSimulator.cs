using System.Collections.Concurrent;
using Karkhana.Core.Exchange;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>The model as something to calibrate: parameters in, observables of the cluster after the burn-in out. Parameters that are not searched
/// for are drawn in each run, given those that are: what is not known of them must not make the others look better known.</summary>
internal sealed class ModelSimulator : ISummarySimulator
{
    private const int QuartersPerYear = 4;
    private const int TurnoverQuarters = QuartersPerYear * ClusterObservables.TurnoverYears;

    private readonly ClusterStart _start;
    private readonly string[] _names;
    private readonly ConditionalPrior _rest;
    private readonly int[] _summaries;
    private readonly ClusterParameters _others;
    private readonly SimulationOptions _options;
    private readonly AddressedDraw _draw;
    private readonly ConcurrentBag<ClusterRun> _runs = [];

    public ModelSimulator(
        ClusterPopulation population, JointPrior prior, int[] searched, IReadOnlyList<string> summaries, ClusterParameters others,
        SimulationOptions options)
    {
        _start = ClusterStart.Of(population, options);
        _names = [.. prior.Parameters.Select(parameter => parameter.Name)];
        (_rest, _others, _options) = (prior.Given(searched), others, options);
        _summaries = [.. summaries.Select(name => ClusterObservables.Names.ToList().IndexOf(name))];
        _draw = new AddressedDraw(options.Seed, 0);
        Key = RunKey.Of("calibration", population, others, options, prior.Parameters, prior.Correlations.Cast<double>().ToArray(), searched, summaries);
    }

    public string Key { get; }

    public void Simulate(ReadOnlySpan<double> parameters, int attempt, Span<double> summaries, CancellationToken cancellationToken)
    {
        if (!_runs.TryTake(out ClusterRun? run))
        {
            run = new ClusterRun(_start, _options);
        }

        double[] values = _rest.Complete(parameters, i => _draw.Gaussian(RandomPurpose.ParameterDraw, attempt, i, 1));
        double[] seen = ClusterObservables.Of(Seen(run, ModelParameter.Apply(_others, _names, values), attempt, cancellationToken));
        for (int i = 0; i < summaries.Length; i++)
        {
            summaries[i] = seen[_summaries[i]];
        }

        _runs.Add(run);
    }

    /// <summary>Takes a run to the end of the burn-in and sees its firms as a study would, those that closed in the last five years among them.</summary>
    internal static FirmObservations Seen(ClusterRun run, ClusterParameters parameters, int attempt, CancellationToken cancellationToken)
    {
        int[] stood = [];
        Trajectory.BurnIn(
            run, parameters, attempt, one => stood = one.Step == one.Options.BurnIn - TurnoverQuarters ? Alive(one.Firms) : stood, cancellationToken);
        return Observe(run, stood);
    }

    /// <summary>Sees the firms of a run as a study would.</summary>
    /// <param name="run">The run.</param>
    /// <param name="stood">The slots of the firms that stood five years before; none where the run has not gone on for so long.</param>
    internal static FirmObservations Observe(ClusterRun run, IReadOnlyList<int>? stood = null)
    {
        FirmColumns firms = run.Firms;
        int[] alive = Alive(firms);
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
            LinksOutside = [.. alive.Select(slot => (double)run.Ties.Outside[slot])],
            Ages = [.. alive.Select(slot => firms.Age[slot] / (double)QuartersPerYear)],
            ClosedSince = [.. (stood ?? []).Select(slot => !firms.Alive[slot])],
        };
    }

    private static int[] Alive(FirmColumns firms) => [.. Enumerable.Range(0, firms.Count).Where(slot => firms.Alive[slot])];

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
