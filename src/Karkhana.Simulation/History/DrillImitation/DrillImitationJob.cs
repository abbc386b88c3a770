using Karkhana.Core.Execution;

namespace Karkhana.Simulation;

/// <summary>Runs the draws: each gives a row.</summary>
internal sealed class DrillImitationJob(
    DrillImitationOptions options, string stage, int width, Action<ImitationRun, Memory<double>> fill) : IReplicateJob<ReplicateRows>
{
    public string Stage => stage;

    public int Replicates => options.Replicates;

    public int BlockSize => 16;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * width];
        for (int replicate = range.First; replicate < range.End; replicate++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            fill(new ImitationRun(options, replicate), values.AsMemory((replicate - range.First) * width, width));
        }

        return new ReplicateRows(width, values);
    }
}
