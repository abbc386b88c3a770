using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How evenly a node spreads its ties over its contacts.</summary>
public static class WeightedDiversity
{
    internal const string Source = "Eagle, Macy & Claxton 2010, doi:10.1126/science.1186605";

    /// <summary>Computes the normalised entropy of the values of the ties of each node.</summary>
    /// <remarks>
    /// D_i = −Σ_j p_ij ln p_ij / ln k_i with p_ij = w_ij / Σ_q w_iq, w the strengths of both directions added and k_i
    /// the number of contacts. One contact: 0; isolates: NaN. Cost: n + m. Source: Eagle, Macy and Claxton 2010,
    /// doi:10.1126/science.1186605, social diversity in the methods. Agrees with: igraph 1.3.5 diversity, relative
    /// 1e-10.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">What values mean.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at before the pass.</param>
    /// <returns>The diversity of each node.</returns>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public static NodeScoresResult Estimate(
        Graph graph, WeightedDiversityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new WeightedDiversityOptions();
        cancellationToken.ThrowIfCancellationRequested();
        Graph merged = TieValues.Strengths(graph, weighted: true, options.ValueMeaning).Undirected();
        return new NodeScoresResult(
            "Diversity",
            graph.Nodes,
            [.. Enumerable.Range(0, graph.NodeCount).Select(node => Entropy(merged.Values(node)))],
            NetworkNotes.Isolates(merged, "their diversity is not defined"),
            new Provenance("networks.weighted-diversity", $"value_meaning = {options.ValueMeaning}", Source));
    }

    private static double Entropy(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            return values.IsEmpty ? double.NaN : 0;
        }

        double total = Sums.Sum(values);
        double entropy = 0;
        foreach (double value in values)
        {
            double share = value / total;
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        return entropy / Math.Log(values.Length);
    }
}
