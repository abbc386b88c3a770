using Karkhana.Core.Execution;

namespace Karkhana.Simulation;

/// <summary>Computes the statistics of all facts for a range of replicates: a row per replicate.</summary>
internal sealed class StylisedFactsJob(
    FactStarts starts, IReadOnlyList<ClusterParameters> draws, StylisedFactsOptions options, IReadOnlyList<FactDefinition> facts)
    : IReplicateJob<ReplicateRows>
{
    public string Stage => "stylised facts";

    public int Replicates => options.Replicates;

    public int BlockSize => 1;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * facts.Count];
        for (int replicate = range.First; replicate < range.End; replicate++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FactRuns runs = new(starts, draws[replicate % draws.Count], options.Simulation, replicate, cancellationToken);
            for (int fact = 0; fact < facts.Count; fact++)
            {
                values[((replicate - range.First) * facts.Count) + fact] = facts[fact].Measure?.Invoke(runs) ?? double.NaN;
            }
        }

        return new ReplicateRows(facts.Count, values);
    }
}
