using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;

namespace Karkhana.Methods.Experiments;

/// <summary>How far a practice spreads when each takes it up once enough of those it looks at have.</summary>
public static class ThresholdCascade
{
    internal const string Source = "Granovetter 1978, doi:10.1086/226707; Watts 2002, doi:10.1073/pnas.082090499";

    /// <summary>Lets the practice spread until nothing changes.</summary>
    /// <remarks>
    /// A node becomes active when active out-neighbours/out-neighbours reaches its threshold; all look at the state of the step
    /// before, nobody turns back. A node without out-neighbours becomes active only as a seed, whatever its threshold. Assumes that all
    /// whom one looks at weigh alike. Ends after at most as many steps as there are nodes. Cost: linear in nodes and ties.
    /// Source: Granovetter 1978, doi:10.1086/226707; Watts 2002, doi:10.1073/pnas.082090499 (on networks).
    /// Agrees with: numpy, exactly.
    /// </remarks>
    /// <param name="input">The network; thresholds and seeds where known.</param>
    /// <param name="options">Threshold and seeds of the others.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <returns>Active nodes by step, and who is active in the end.</returns>
    /// <exception cref="ArgumentException">There is no node, there are fewer nodes than seeds, or a threshold outside of 0 to
    /// 1.</exception>
    public static ThresholdCascadeResult Estimate(
        ThresholdNetwork input, ThresholdCascadeOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        bool[] seeds = input.SeedsOr(options.Seeds);
        int[] steps = Spread(input.Network, input.ThresholdsOr(options.Threshold), seeds, cancellationToken);
        int last = Math.Max(0, steps.Max());
        int[] counts = new int[last + 1];
        foreach (int step in steps.Where(step => step >= 0))
        {
            counts[step]++;
        }

        for (int step = 1; step <= last; step++)
        {
            counts[step] += counts[step - 1];
        }

        return new ThresholdCascadeResult
        {
            ActiveCount = counts,
            Nodes = input.Network.Nodes,
            ActivationStep = [.. steps.Select(step => step < 0 ? double.NaN : step)],
            Notes = [],
            Provenance = new Provenance(
                "experiments.threshold-cascade",
                FormattableString.Invariant($"threshold = {options.Threshold}, seeds = {options.Seeds}"),
                Source),
        };
    }

    /// <summary>Gives the step in which each node becomes active; −1 for never.</summary>
    private static int[] Spread(Graph network, double[] thresholds, bool[] seeds, CancellationToken cancellationToken)
    {
        Graph looked = Graph.Of(network.Nodes, network.Ties().Where(tie => tie.Value > 0));
        Graph watchers = looked.Reversed();
        int[] active = new int[seeds.Length];
        int[] steps = [.. seeds.Select(seed => seed ? 0 : -1)];
        List<int> fresh = [.. Enumerable.Range(0, seeds.Length).Where(node => seeds[node])];
        IEnumerable<int> asked = Enumerable.Range(0, seeds.Length); // with threshold 0 nobody need be active first
        for (int step = 1; step == 1 || fresh.Count > 0; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<int> touched = [];
            foreach (int node in fresh)
            {
                foreach (int watcher in watchers.Targets(node))
                {
                    active[watcher]++;
                    touched.Add(watcher);
                }
            }

            fresh = [];
            foreach (int node in step == 1 ? asked : touched)
            {
                int others = looked.Targets(node).Length;
                if (steps[node] < 0 && others > 0 && (double)active[node] / others >= thresholds[node])
                {
                    steps[node] = step;
                    fresh.Add(node);
                }
            }
        }

        return steps;
    }
}
