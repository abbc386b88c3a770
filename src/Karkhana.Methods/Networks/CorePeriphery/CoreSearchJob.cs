using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>Looks for a discrete core from several starts: nodes go in and out, or change places, while the fit
/// grows.</summary>
/// <param name="merged">The undirected network.</param>
/// <param name="options">Pattern, starts and seed.</param>
internal sealed class CoreSearchJob(Graph merged, CorePeripheryOptions options) : IReplicateJob<ReplicateRows>
{
    public const double LeastGain = 1e-12;

    // With more nodes than this, trying all exchanges would take longer than it is worth; nodes still go in and out.
    private const int MostNodesForExchanges = 2000;

    public string Stage => "searches for a core";

    public int Replicates => options.Starts;

    public int BlockSize => 1;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * merged.NodeCount];
        for (int i = 0; i < range.Count; i++)
        {
            CoreFit fit = new(merged, options.Pattern);
            Start(fit, range.First + i);
            while (BestFlip(fit) || Exchange(fit, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            for (int node = 0; node < merged.NodeCount; node++)
            {
                rows[(i * merged.NodeCount) + node] = fit.InCore[node] ? 1 : 0;
            }
        }

        return new ReplicateRows(merged.NodeCount, rows);
    }

    // The first start takes the nodes with most ties; the others take some at random.
    private void Start(CoreFit fit, int start)
    {
        int[] order = [.. Enumerable.Range(0, merged.NodeCount)];
        RandomStream stream = new(options.Seed, RandomPurpose.NetworkPartition, start);
        if (start == 0)
        {
            order = [.. order.OrderByDescending(fit.StrengthOf)];
        }
        else
        {
            stream.Shuffle<int>(order);
        }

        (int best, double correlation) = (1, double.NegativeInfinity);
        int most = start == 0 ? order.Length : 1 + stream.NextInt(order.Length);
        for (int size = 1; size <= most; size++)
        {
            fit.Flip(order[size - 1]);
            if (start > 0 || fit.Correlation > correlation)
            {
                (best, correlation) = (size, fit.Correlation);
            }
        }

        for (int size = most; size > best; size--)
        {
            fit.Flip(order[size - 1]);
        }
    }

    private bool BestFlip(CoreFit fit)
    {
        double now = fit.Correlation;
        (int best, double reached) = (-1, double.IsNaN(now) ? double.NegativeInfinity : now + LeastGain);
        for (int node = 0; node < merged.NodeCount; node++)
        {
            double after = fit.After(node);
            if (after > reached)
            {
                (best, reached) = (node, after);
            }
        }

        if (best >= 0)
        {
            fit.Flip(best);
        }

        return best >= 0;
    }

    private bool Exchange(CoreFit fit, CancellationToken cancellationToken)
    {
        double now = fit.Correlation;
        if (merged.NodeCount > MostNodesForExchanges || double.IsNaN(now))
        {
            return false;
        }

        for (int leaving = 0; leaving < merged.NodeCount; leaving++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int entering = 0; fit.InCore[leaving] && entering < merged.NodeCount; entering++)
            {
                if (!fit.InCore[entering] && fit.AfterSwap(leaving, entering) > now + LeastGain)
                {
                    fit.Flip(leaving);
                    fit.Flip(entering);
                    return true;
                }
            }
        }

        return false;
    }
}
