using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How far the contacts of a node are contacts of each other.</summary>
public static class StructuralHoles
{
    internal const string Source = "Burt 1992, Structural Holes, Harvard University Press";

    /// <summary>Computes constraint, effective size, efficiency and hierarchy of every node.</summary>
    /// <remarks>
    /// w_ij = a_ij + a_ji, p_ij = w_ij / Σ_q w_iq, m_jq = w_jq / max_k w_jk, with sums over the contacts of i (either
    /// direction, so that a node that only receives ties has its numbers too). Constraint Σ_j c_ij with c_ij = (p_ij +
    /// Σ_q p_iq p_qj)²; effective size Σ_j (1 − Σ_q p_iq m_jq), q ≠ i, j; efficiency: divided by the N contacts;
    /// hierarchy Σ_j (c_ij / C) ln(c_ij / C) / (N ln N), C the mean c_ij. Isolates: NaN; hierarchy NaN with one
    /// contact. Cost: Σ over nodes of the contacts of their contacts. Source: Burt 1992, Structural Holes, chapter 2,
    /// equations 2.2 to 2.9. Agrees with: igraph 1.3.5 constraint, networkx 2.8.8 where it is defined, relative 1e-10.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Values.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The measures of each node.</returns>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public static StructuralHolesResult Estimate(
        Graph graph, StructuralHolesOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new StructuralHolesOptions();
        Graph merged = TieValues.Strengths(graph, options.Weighted, options.ValueMeaning).Undirected();
        int n = graph.NodeCount;
        double[] strength = new double[n];
        double[] strongest = new double[n];
        for (int node = 0; node < n; node++)
        {
            foreach (double value in merged.Values(node))
            {
                strength[node] += value;
                strongest[node] = Math.Max(strongest[node], value);
            }
        }

        ReplicateRows rows = n == 0
            ? new ReplicateRows(StructuralHolesJob.Width, [])
            : ReplicateEngine.Local.Execute(new StructuralHolesJob(merged, strength, strongest), execution, cancellationToken);
        int[] degree = [.. Enumerable.Range(0, n).Select(node => merged.Targets(node).Length)];
        double[] effective = Column(rows, 1);
        return new StructuralHolesResult(
            graph.Nodes, Column(rows, 0), effective,
            [.. effective.Zip(degree, (size, contacts) => size / contacts)], Column(rows, 2), degree,
            NetworkNotes.Isolates(merged, "their measures are not defined"),
            new Provenance("networks.structural-holes", TieValues.InWords(options.Weighted, options.ValueMeaning), Source));
    }

    private static double[] Column(ReplicateRows rows, int position)
    {
        double[] column = new double[rows.Count];
        rows.CopyColumn(position, column);
        return column;
    }
}
