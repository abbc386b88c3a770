using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Whether pairs that are tied in one network are tied in another.</summary>
public static class QapCorrelation
{
    internal const string Source = "Krackhardt 1987, doi:10.1016/0378-8733(87)90012-8; Hubert 1987, Assignment Methods in Combinatorial Data Analysis, Dekker";

    /// <summary>Correlates two networks and compares with what the correlation would be if the nodes of the first
    /// changed places.</summary>
    /// <remarks>
    /// Pearson correlation over ordered pairs i ≠ j; an order s puts a[s_i, s_j] against b[i, j]. Values are used as
    /// they are, whatever they mean. A pair that is missing in either network is left out, in each order anew.
    /// p_greater and p_less: with given orders the share of simulated correlations that are at least, or at most, the
    /// observed one; with drawn orders (1 + number) / (1 + orders). NaN and a note when a network does not vary. Cost:
    /// orders × the cells of the second network that are not at its rounded mean (not 0, in a sparse network). Source:
    /// Krackhardt 1987, doi:10.1016/0378-8733(87)90012-8; Hubert 1987, Assignment Methods in Combinatorial Data
    /// Analysis; p-value of drawn orders: Phipson and Smyth 2010, doi:10.2202/1544-6115.1585. Agrees with: sna 2.7-1
    /// gcor, relative 1e-10.
    /// </remarks>
    /// <param name="input">Two networks, and orders of the nodes if given.</param>
    /// <param name="options">Permutations to draw.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between permutations.</param>
    /// <returns>The correlation and its permutation distribution.</returns>
    /// <exception cref="ArgumentException">The networks have other nodes, or a row is not a permutation.</exception>
    public static QapCorrelationResult Estimate(
        NetworkPair input, QapCorrelationOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new QapCorrelationOptions();
        input.Check();
        NodePermutations permutations = new(input.First.Count, input.Permutations, options.Replicates, options.Seed);
        DyadCorrelation correlation = new(input.First, input.Second);
        double observed = correlation.Of([.. Enumerable.Range(0, input.First.Count)]);
        double[] simulated = double.IsNaN(observed)
            ? []
            : ReplicateEngine.Local.Execute(new QapJob(correlation, permutations, observed), execution, cancellationToken).Values;
        bool none = simulated.Length == 0;
        return new QapCorrelationResult(observed, simulated)
        {
            PGreater = none ? double.NaN : permutations.Share(observed, simulated, Alternative.Greater),
            PLess = none ? double.NaN : permutations.Share(observed, simulated, Alternative.Less),
            PValue = none ? double.NaN : PermutationPValue.Of(observed, simulated, Alternative.TwoSided),
            Mean = Sums.Mean([.. simulated.Where(value => !double.IsNaN(value))]),
            StandardDeviation = Math.Sqrt(Sums.Variance([.. simulated.Where(value => !double.IsNaN(value))])),
            Hamming = Sums.Sum([.. input.First.Cells.Zip(input.Second.Cells, (a, b) => Math.Abs(a - b)).Where(gap => !double.IsNaN(gap))]),
            Notes = none ? [new Note("constant-values", Severity.Warning, "A network does not vary over the pairs, so the correlation is not defined.")] : [],
            Provenance = new Provenance(
                "networks.qap-correlation",
                FormattableString.Invariant($"permutations = {(permutations.Given ? "given" : "drawn")}, replicates = {permutations.Count}"),
                Source, permutations.Seed),
        };
    }
}
