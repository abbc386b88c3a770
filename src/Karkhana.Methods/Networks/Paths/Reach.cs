using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>What each node reaches and how far: the sums that closeness, prestige, eccentricity and efficiency
/// read.</summary>
/// <param name="Reached">How many others are reached.</param>
/// <param name="Distance">The sum of the distances to them.</param>
/// <param name="Inverse">The sum of 1 / distance.</param>
/// <param name="Greatest">The greatest distance.</param>
internal readonly record struct Reach(double Reached, double Distance, double Inverse, double Greatest)
{
    private const int Numbers = 4;

    /// <summary>Sweeps from every node.</summary>
    /// <param name="lengths">The network, its values the lengths.</param>
    /// <param name="valued">False when every length is 1.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    public static Reach[] OfAll(Graph lengths, bool valued, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (lengths.NodeCount == 0)
        {
            return [];
        }

        ReplicateRows rows = ReplicateEngine.Local.Execute(new Job(lengths, valued), execution, cancellationToken);
        Reach[] all = new Reach[lengths.NodeCount];
        for (int node = 0; node < all.Length; node++)
        {
            ReadOnlySpan<double> row = rows.Row(node);
            all[node] = new Reach(row[0], row[1], row[2], row[3]);
        }

        return all;
    }

    /// <summary>Adds up over the nodes of the last sweep.</summary>
    public static Reach Of(PathSweep sweep)
    {
        (double sum, double inverse, double greatest) = (0, 0, 0);
        foreach (int node in sweep.Order[1..])
        {
            double distance = sweep.Distance(node);
            sum += distance;
            inverse += 1 / distance;
            greatest = Math.Max(greatest, distance);
        }

        return new Reach(sweep.Order.Length - 1, sum, inverse, greatest);
    }

    private sealed class Job(Graph lengths, bool valued) : IReplicateJob<ReplicateRows>
    {
        public string Stage => "shortest paths";

        public int Replicates => lengths.NodeCount;

        public int BlockSize => 128;

        public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            double[] values = new double[range.Count * Numbers];
            PathSweep sweep = new(lengths, valued);
            for (int i = 0; i < range.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sweep.From(range.First + i);
                Reach reach = Of(sweep);
                double[] row = [reach.Reached, reach.Distance, reach.Inverse, reach.Greatest];
                row.CopyTo(values.AsSpan(i * Numbers));
            }

            return new ReplicateRows(Numbers, values);
        }
    }
}
