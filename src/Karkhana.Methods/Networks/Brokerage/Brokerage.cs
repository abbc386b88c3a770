using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How often a node stands between two others that are not tied, by the groups of the three.</summary>
public static class Brokerage
{
    internal const string Source = "Gould & Fernandez 1989, doi:10.2307/270949";

    /// <summary>Counts brokerage roles and compares them with random ties of the same density.</summary>
    /// <remarks>
    /// Ordered two-paths i → v → k, i ≠ k, without a tie i → k, by the groups of i, v, k: coordinator AAA, itinerant
    /// ABA, representative AAB, gatekeeper ABB, liaison ABC. Values are ignored. Expected: mean under independent ties
    /// of the observed density, groups as they are: d²(1 − d) for each pair of other nodes that fits the role; z =
    /// (count − expected) / standard deviation, with the covariance d³(1 − d)³ of two pairs that share their start or
    /// their end; NaN where the role cannot vary. Cost: Σ over nodes of the ties of those they send to. Source: Gould
    /// and Fernandez 1989, doi:10.2307/270949. Agrees with: sna 2.7-1 brokerage (counts), exactly.
    /// </remarks>
    /// <param name="input">The network and its groups.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The counts, expectations and z of each node.</returns>
    /// <exception cref="ArgumentException">A node has no group.</exception>
    public static BrokerageResult Estimate(
        GroupedNetwork input, NetworkWithoutOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        (string[] names, int[] groups) = input.Numbered();
        Graph graph = input.Network;
        double[] roles = graph.NodeCount == 0
            ? []
            : ReplicateEngine.Local.Execute(new BrokerageJob(graph, groups), execution, cancellationToken).Values;
        double[] counts = WithTotals(roles, graph.NodeCount);
        int[] sizes = new int[names.Length];
        foreach (int group in groups)
        {
            sizes[group]++;
        }

        double n = graph.NodeCount;
        double density = graph.TieCount / (n * (n - 1));
        BrokerageExpectation[] expectations = [.. names.Select((_, group) => BrokerageExpectation.Of(sizes, group, density))];
        (double[] expected, double[] z) = Compare(counts, groups, expectations);
        return new BrokerageResult(
            graph.Nodes, counts, expected, z, NetworkNotes.TooFewNodes(graph.NodeCount, 3), new Provenance("networks.brokerage", "", Source));
    }

    private static double[] WithTotals(double[] roles, int nodes)
    {
        double[] counts = new double[nodes * (BrokerageJob.Roles + 1)];
        for (int node = 0; node < nodes; node++)
        {
            ReadOnlySpan<double> own = roles.AsSpan(node * BrokerageJob.Roles, BrokerageJob.Roles);
            Span<double> row = counts.AsSpan(node * (BrokerageJob.Roles + 1), BrokerageJob.Roles + 1);
            own.CopyTo(row);
            foreach (double count in own)
            {
                row[BrokerageJob.Roles] += count;
            }
        }

        return counts;
    }

    private static (double[] Expected, double[] Z) Compare(double[] counts, int[] groups, BrokerageExpectation[] expectations)
    {
        int width = BrokerageJob.Roles + 1;
        double[] expected = new double[counts.Length];
        double[] z = new double[counts.Length];
        for (int cell = 0; cell < counts.Length; cell++)
        {
            BrokerageExpectation expectation = expectations[groups[cell / width]];
            expected[cell] = expectation.Mean[cell % width];
            double variance = expectation.Variance[cell % width];
            z[cell] = variance > 0 ? (counts[cell] - expected[cell]) / Math.Sqrt(variance) : double.NaN;
        }

        return (expected, z);
    }
}
