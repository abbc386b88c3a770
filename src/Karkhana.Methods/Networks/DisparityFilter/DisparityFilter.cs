using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Which ties are stronger than a node would have if it spread its strength at random.</summary>
public static class DisparityFilter
{
    internal const string Source = "Serrano, Boguna & Vespignani 2009, doi:10.1073/pnas.0808904106";

    /// <summary>Computes the p-value of every tie.</summary>
    /// <remarks>
    /// α_ij = (1 − w_ij / s_i)^(k_i − 1): the chance that one of k_i parts of a stick broken at random is as long, s_i the
    /// strength and k_i the number of ties of the sender (out) or of the receiver (in). A single tie has 1. A tie is
    /// kept when α_ij is below the level; no correction for many ties is made. Cost: n + m. Source: Serrano, Boguñá and
    /// Vespignani 2009, doi:10.1073/pnas.0808904106, equation 2. Agrees with: the formula in Python, relative 1e-10.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Side, level, meaning of values.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at before the pass.</param>
    /// <returns>The ties with their p-values.</returns>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public static DisparityFilterResult Estimate(
        Graph graph, DisparityFilterOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new DisparityFilterOptions();
        cancellationToken.ThrowIfCancellationRequested();
        Graph strengths = TieValues.Strengths(graph, weighted: true, options.ValueMeaning);
        bool sender = options.Side == StrengthSide.Out;
        double[] strength = new double[graph.NodeCount];
        int[] ties = new int[graph.NodeCount];
        foreach ((int from, int to, double value) in strengths.Ties())
        {
            int node = sender ? from : to;
            strength[node] += value;
            ties[node]++;
        }

        (int From, int To, double Value)[] all = [.. strengths.Ties()];
        double[] p = [.. all.Select(tie =>
        {
            int node = sender ? tie.From : tie.To;
            return ties[node] == 1 ? 1 : Math.Pow(1 - (tie.Value / strength[node]), ties[node] - 1);
        })];
        return new DisparityFilterResult(
            [.. all.Select(tie => graph.Nodes[tie.From])],
            [.. all.Select(tie => graph.Nodes[tie.To])],
            [.. graph.Ties().Select(tie => tie.Value)],
            p,
            p.Count(value => value < options.Alpha),
            all.Length == 0 ? [NetworkNotes.NoTies()] : [],
            new Provenance(
                "networks.disparity-filter",
                FormattableString.Invariant($"side = {options.Side}, alpha = {options.Alpha}, value_meaning = {options.ValueMeaning}"), Source));
    }
}
