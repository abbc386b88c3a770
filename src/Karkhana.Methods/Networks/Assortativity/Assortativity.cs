using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Whether ties run between nodes that are alike.</summary>
public static class Assortativity
{
    internal const string Source = "Newman 2003, doi:10.1103/PhysRevE.67.026126";

    /// <summary>Correlates the two ends of ties.</summary>
    /// <remarks>
    /// Numbers: Pearson correlation of x at the two ends over ties, each tie counted once whatever its value; directed:
    /// source against target, not directed: both ways. Degree and strength, directed: what the source sends against
    /// what the target receives. Groups: (Σ e_rr − Σ a_r b_r) / (1 − Σ a_r b_r), e the shares of ties from group to
    /// group, a and b its row and column sums. NaN and a note when an end does not vary. Cost: n + m. Source: Newman
    /// 2003, doi:10.1103/PhysRevE.67.026126, equations 2 and 21. Agrees with: igraph 1.3.5 and networkx 2.8.8, relative
    /// 1e-9.
    /// </remarks>
    /// <param name="input">The network, with values or groups when asked for.</param>
    /// <param name="options">Directions and attribute.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at before the pass.</param>
    /// <returns>−1 to 1.</returns>
    /// <exception cref="ArgumentException">The attribute asked for is not given for every node with a tie.</exception>
    public static AssortativityResult Estimate(
        AssortativityInput input, AssortativityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new AssortativityOptions();
        cancellationToken.ThrowIfCancellationRequested();
        Graph graph = options.Directed ? input.Network : input.Network.Undirected();
        double estimate = options.By == AssortativityCriterion.Group ? Nominal(graph, Groups(input)) : Numeric(graph, input, options);
        return new AssortativityResult(
            estimate,
            graph.TieCount == 0 ? [NetworkNotes.NoTies()] : double.IsNaN(estimate)
                ? [new Note("constant-values", Severity.Warning, "What is compared does not vary over the ties, so the coefficient is not defined.")]
                : [],
            new Provenance("networks.assortativity", $"directed = {options.Directed}, by = {options.By}", Source));
    }

    private static double Numeric(Graph graph, AssortativityInput input, AssortativityOptions options)
    {
        (IReadOnlyList<double> source, IReadOnlyList<double> target) = options.By == AssortativityCriterion.Value
            ? (Values(input), Values(input))
            : Degrees(graph, options);
        double[] sources = new double[graph.TieCount];
        double[] targets = new double[graph.TieCount];
        int tie = 0;
        foreach ((int from, int to, double _) in graph.Ties())
        {
            (sources[tie], targets[tie++]) = (source[from], target[to]);
        }

        (double[] x, double[] y) = (Deviations(sources), Deviations(targets));
        return Sums.Dot(x, y) / Math.Sqrt(Sums.Dot(x, x)) / Math.Sqrt(Sums.Dot(y, y));
    }

    // The mean of equal numbers may differ from them in the last bit; their distance from it would pass for variation.
    private static double[] Deviations(double[] values)
    {
        double mean = Array.TrueForAll(values, value => value == values[0]) && values.Length > 0 ? values[0] : Sums.Mean(values);
        return [.. values.Select(value => value - mean)];
    }

    private static (IReadOnlyList<double> Source, IReadOnlyList<double> Target) Degrees(Graph graph, AssortativityOptions options)
    {
        DegreeCentralityResult degrees = DegreeCentrality.Estimate(
            graph, new DegreeCentralityOptions { Weighted = options.By == AssortativityCriterion.Strength });
        return (degrees.Outdegree, degrees.Indegree);
    }

    private static double Nominal(Graph graph, IReadOnlyList<string?> groups)
    {
        Dictionary<string, (double From, double To)> sums = new(StringComparer.Ordinal);
        double within = 0;
        foreach ((int from, int to, double _) in graph.Ties())
        {
            (string sender, string receiver) = (groups[from]!, groups[to]!);
            sums[sender] = sums.GetValueOrDefault(sender) is var sent ? (sent.From + 1, sent.To) : default;
            sums[receiver] = sums.GetValueOrDefault(receiver) is var received ? (received.From, received.To + 1) : default;
            within += sender == receiver ? 1 : 0;
        }

        double ties = graph.TieCount;
        double expected = Sums.Sum([.. sums.Values.Select(group => group.From * group.To)]) / (ties * ties);
        return ((within / ties) - expected) / (1 - expected);
    }

    private static IReadOnlyList<double> Values(AssortativityInput input)
    {
        Require.That(input.Values is not null, "attributes", "must be given when by is value; they were missing");
        Require.SameLength(input.Network.NodeCount, input.Values!.Count, "attributes");
        Known(input.Network, node => double.IsFinite(input.Values[node]), "number");
        return input.Values;
    }

    private static IReadOnlyList<string?> Groups(AssortativityInput input)
    {
        Require.That(input.Groups is not null, "attributes", "must be given when by is group; they were missing");
        Require.SameLength(input.Network.NodeCount, input.Groups!.Count, "attributes");
        Known(input.Network, node => input.Groups[node] is not null, "group");
        return input.Groups;
    }

    private static void Known(Graph graph, Func<int, bool> known, string what)
    {
        foreach ((int from, int to, double _) in graph.Ties())
        {
            int unknown = known(from) ? to : from;
            if (!known(unknown))
            {
                Require.That(false, "attributes", $"must have a {what} for every node with a tie; {graph.Nodes[unknown]} had none");
            }
        }
    }
}
