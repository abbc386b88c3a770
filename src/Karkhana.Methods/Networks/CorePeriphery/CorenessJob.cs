using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>Fits corenesses by least squares from several starts, one node after another.</summary>
/// <param name="merged">The undirected network, largest value 1, with at least one tie.</param>
/// <param name="options">Starts and seed.</param>
internal sealed class CorenessJob(Graph merged, CorePeripheryOptions options) : IReplicateJob<ReplicateRows>
{
    private const int MostSweeps = 100_000;
    private const double Tolerance = 1e-12;

    public string Stage => "fits of coreness";

    public int Replicates => options.Starts;

    public int BlockSize => 1;

    /// <summary>Gives the corenesses of each start, then the residual, then 1 when the fit had settled.</summary>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int n = merged.NodeCount;
        double[] rows = new double[range.Count * (n + 2)];
        for (int i = 0; i < range.Count; i++)
        {
            Span<double> row = rows.AsSpan(i * (n + 2), n + 2);
            double[] coreness = Start(range.First + i);
            int sweeps = 0;
            while (sweeps < MostSweeps && Sweep(coreness) > Tolerance)
            {
                sweeps++;
                cancellationToken.ThrowIfCancellationRequested();
            }

            coreness.CopyTo(row);
            (row[n], row[n + 1]) = (Residual(merged, coreness), sweeps < MostSweeps ? 1 : 0);
        }

        return new ReplicateRows(n + 2, rows);
    }

    /// <summary>Gives the sum of squared residuals over ordered pairs.</summary>
    public static double Residual(Graph merged, double[] coreness)
    {
        (double squares, double cross) = (0, 0);
        foreach ((int from, int to, double value) in merged.Ties())
        {
            squares += value * value;
            cross += value * coreness[from] * coreness[to];
        }

        double[] powers = [.. coreness.Select(c => c * c)];
        double sum = Sums.Sum(powers);
        return Math.Max(0, squares - (2 * cross) + ((sum * sum) - Sums.Dot(powers, powers)));
    }

    private double[] Start(int start)
    {
        RandomStream stream = new(options.Seed, RandomPurpose.NetworkPartition, start);
        double root = Math.Sqrt(merged.TieCount);
        return [.. Enumerable.Range(0, merged.NodeCount).Select(
            node => start == 0 ? Sums.Sum(merged.Values(node)) / root : stream.NextDouble())];
    }

    private double Sweep(double[] coreness)
    {
        double squares = Sums.Dot(coreness, coreness);
        (double greatest, double change) = (0, 0);
        for (int node = 0; node < coreness.Length; node++)
        {
            ReadOnlySpan<int> targets = merged.Targets(node);
            ReadOnlySpan<double> values = merged.Values(node);
            double sum = 0;
            for (int k = 0; k < targets.Length; k++)
            {
                sum += values[k] * coreness[targets[k]];
            }

            double old = coreness[node];
            double others = squares - (old * old);
            double next = sum > 0 ? sum / others : 0;
            coreness[node] = next;
            squares = others + (next * next);
            greatest = Math.Max(greatest, next);
            change = Math.Max(change, Math.Abs(next - old));
        }

        return greatest > 0 ? change / greatest : 0;
    }
}
