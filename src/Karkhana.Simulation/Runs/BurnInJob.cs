using Karkhana.Core.Execution;

namespace Karkhana.Simulation;

/// <summary>The path of mean capability with nothing done, from the first quarter of the burn-in.</summary>
/// <param name="start">The population.</param>
/// <param name="draws">The draws of parameters; replicate r takes draw r modulo their number.</param>
/// <param name="options">How the model runs.</param>
/// <param name="replicates">How many replicates.</param>
internal sealed class BurnInJob(
    ClusterStart start, IReadOnlyList<ClusterParameters> draws, SimulationOptions options, int replicates) : IReplicateJob<ReplicateRows>
{
    /// <inheritdoc/>
    public string Stage => "burn-in";

    /// <inheritdoc/>
    public int Replicates => replicates;

    /// <inheritdoc/>
    public int BlockSize => 1;

    /// <inheritdoc/>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = options.BurnIn + options.Horizon;
        List<double> means = new(range.Count * width);
        ClusterRun run = new(start, options);
        for (int i = 0; i < range.Count; i++)
        {
            int replicate = range.First + i;
            run.Begin(draws[replicate % draws.Count], replicate);
            Trajectory.Continue(run, width, now => means.Add(MeanOf(now.Firms)), cancellationToken);
        }

        return new ReplicateRows(width, [.. means]);
    }

    private static double MeanOf(FirmColumns firms)
    {
        double sum = 0;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            sum += firms.Alive[slot] ? firms.MeanCapability(slot) : 0;
        }

        return firms.AliveCount == 0 ? 0 : sum / firms.AliveCount;
    }
}
