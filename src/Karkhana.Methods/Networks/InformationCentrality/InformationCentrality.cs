using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How much all paths together, not just the shortest, bring a node near the others.</summary>
public static class InformationCentrality
{
    internal const string Source = "Stephenson & Zelen 1989, doi:10.1016/0378-8733(89)90016-6";

    /// <summary>Averages the information between a node and the others harmonically.</summary>
    /// <remarks>
    /// B = D − A + J with D the degrees and J all ones, C = B⁻¹, I_i = 1 / (C_ii + (tr C − 2 Σ_j C_ij) / n). Directions
    /// and values are ignored. On a connected network Σ_j C_ij = 1/n, and C_ii is 1/n² plus the potential at i when a
    /// unit current enters there and leaves everywhere; so no matrix is formed. A network in several parts is refused.
    /// Cost: n systems of equations, m each per iteration; linear memory. Source: Stephenson and Zelen 1989,
    /// doi:10.1016/0378-8733(89)90016-6, equation 10. Agrees with: sna 2.7-1 infocent, relative 1e-7.
    /// </remarks>
    /// <param name="graph">A connected network of at least two nodes.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The information of each node.</returns>
    /// <exception cref="ArgumentException">The network has fewer than two nodes or several parts.</exception>
    public static NodeScoresResult Estimate(
        Graph graph, NetworkWithoutOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Graph merged = NetworkNotes.Connected(graph, leastNodes: 2);
        ReplicateRows rows = ReplicateEngine.Local.Execute(new SelfPotentialJob(merged), execution, cancellationToken);
        double n = graph.NodeCount;
        double[] diagonal = new double[graph.NodeCount];
        double[] solved = new double[graph.NodeCount];
        rows.CopyColumn(0, diagonal);
        rows.CopyColumn(1, solved);
        double rest = (Sums.Sum(diagonal) - (2 / n)) / n;
        return new NodeScoresResult(
            "Information centrality",
            graph.Nodes,
            [.. diagonal.Select(own => 1 / (own + rest))],
            NetworkNotes.Unsolved(solved),
            new Provenance("networks.information-centrality", "", Source));
    }

    // C_ii and whether its equations were solved.
    private sealed class SelfPotentialJob(Graph merged) : IReplicateJob<ReplicateRows>
    {
        public string Stage => "potentials";

        public int Replicates => merged.NodeCount;

        public int BlockSize => 32;

        public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            double n = merged.NodeCount;
            double[] values = new double[2 * range.Count];
            double[] currents = new double[merged.NodeCount];
            Array.Fill(currents, -1 / n);
            PotentialSolver solver = new(merged);
            for (int i = 0; i < range.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int node = range.First + i;
                currents[node] = 1 - (1 / n);
                values[(2 * i) + 1] = solver.Solve(currents) ? 1 : 0;
                values[2 * i] = solver.Potentials[node] + (1 / (n * n));
                currents[node] = -1 / n;
            }

            return new ReplicateRows(2, values);
        }
    }
}
