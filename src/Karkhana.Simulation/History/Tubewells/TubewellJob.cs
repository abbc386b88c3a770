using Karkhana.Core.Execution;

namespace Karkhana.Simulation;

/// <summary>Runs all variants of history for a range of replicates: a row per replicate.</summary>
internal sealed class TubewellJob(
    ClusterStart start, IReadOnlyList<ClusterParameters> draws, TubewellHistoryOptions options, double drop) : IReplicateJob<ReplicateRows>
{
    /// <summary>The numbers of a variant: firms at start, peak and end, small share, small and large that left.</summary>
    public const int Width = 6;

    private const double SmallBelow = 10;

    public static MarketStructure[] Structures { get; } = Enum.GetValues<MarketStructure>();

    public static DemandHistory[] Demands { get; } = Enum.GetValues<DemandHistory>();

    public string Stage => "tubewell history";

    public int Replicates => options.Replicates;

    public int BlockSize => 1;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = Structures.Length * Demands.Length * Width;
        double[] values = new double[range.Count * width];
        SimulationOptions simulation = new() { BurnIn = options.BurnIn, Horizon = options.Horizon, Seed = options.Seed };
        (ClusterRun burnt, ClusterRun run) = (new ClusterRun(start, simulation), new ClusterRun(start, simulation));
        int position = 0;
        for (int replicate = range.First; replicate < range.End; replicate++)
        {
            foreach (MarketStructure structure in Structures)
            {
                ClusterParameters parameters = HistoryVariant.Parameters(draws[replicate % draws.Count], structure, options);
                Trajectory.BurnIn(burnt, parameters, replicate, null, cancellationToken);
                foreach (DemandHistory demand in Demands)
                {
                    run.CopyFrom(burnt);
                    Trajectory.Enter(run, HistoryVariant.Scenario(demand, options, drop));
                    Follow(run, values.AsSpan(position, Width), cancellationToken);
                    position += Width;
                }
            }
        }

        return new ReplicateRows(width, values);
    }

    private void Follow(ClusterRun run, Span<double> row, CancellationToken cancellationToken)
    {
        row[0] = run.Firms.AliveCount;
        Trajectory.Continue(run, options.Bust, null, cancellationToken);
        row[1] = run.Firms.AliveCount;
        int[] slots = [.. Enumerable.Range(0, run.Firms.Count).Where(slot => run.Firms.Alive[slot])];
        double[] workers = [.. slots.Select(slot => run.Firms.Workers[slot])];
        double median = TraceStatistics.Median(workers);
        Trajectory.Continue(run, options.ExitQuarters, null, cancellationToken);
        row[2] = run.Firms.AliveCount;
        row[3] = workers.Count(size => size < SmallBelow) / (double)workers.Length;
        row[4] = Left(small: true);
        row[5] = Left(small: false);

        double Left(bool small) => TraceStatistics.Mean(
            slots.Where((_, firm) => workers[firm] < median == small).Select(slot => run.Firms.Alive[slot] ? 0.0 : 1));
    }
}
