using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Power from ties to the powerful, or in bargaining from ties to those without power.</summary>
public static class BonacichPower
{
    internal const string Source = "Bonacich 1987, doi:10.1086/228631";

    /// <summary>Adds up walks with weight β per step.</summary>
    /// <remarks>
    /// c = α (I − β A)⁻¹ A 1, α &gt; 0 such that Σ c² = n. Values are ignored. Without ties: NaN and a note. A β that
    /// is not below the inverse of the largest eigenvalue in size is noted; one that makes the equations unsolvable is
    /// refused. Cost: n³ up to 1,000 nodes; above, m per term of the series, which then must have a sum. Source:
    /// Bonacich 1987, doi:10.1086/228631, equation 3. Agrees with: sna 2.7-1 bonpow and igraph 1.3.5 power_centrality,
    /// relative 1e-7.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Directions and β.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    /// <returns>The power of each node.</returns>
    /// <exception cref="ArgumentException">β is the inverse of an eigenvalue, or too large for more than 1,000
    /// nodes.</exception>
    public static NodeScoresResult Estimate(
        Graph graph, BonacichPowerOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new BonacichPowerOptions();
        Graph rows = (options.Directed ? graph : graph.Undirected()).WithValues(_ => 1);
        double[] degrees = [.. Enumerable.Range(0, rows.NodeCount).Select(node => (double)rows.Targets(node).Length)];
        Resolvent found = Resolvent.Of(rows, options.Beta, degrees, nameof(options.Beta), cancellationToken);
        double alpha = Math.Sqrt(rows.NodeCount / Sums.Dot(found.Solution, found.Solution));
        return new NodeScoresResult(
            "Bonacich power",
            graph.Nodes,
            [.. found.Solution.Select(power => power * alpha)],
            rows.TieCount == 0 ? [NetworkNotes.NoTies()] : found.Notes,
            new Provenance(
                "networks.bonacich-power", FormattableString.Invariant($"directed = {options.Directed}, beta = {options.Beta}"), Source));
    }
}
