using System.Numerics;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How far a network has one core and a periphery around it.</summary>
public static class CorePeriphery
{
    internal const string Source = "Borgatti & Everett 2000, doi:10.1016/S0378-8733(99)00019-2; Boyd et al. 2010, doi:10.1016/j.socnet.2009.09.003";

    private const int MostNodesForAllCores = 20;

    /// <summary>Finds the core, or the corenesses, that fit best.</summary>
    /// <remarks>
    /// Directions are merged. Discrete: the core with the greatest correlation of a_ij with δ_ij over pairs; δ = 1 when
    /// i or j is in the core (core-or-attached), or when both are, with pairs across left out (core-only). Networks of
    /// up to 20 nodes are searched completely; larger ones from several starts by moves and, up to 2,000 nodes,
    /// exchanges, which need not find the best core. Continuous: c ≥ 0 with least Σ_{i≠j} (a_ij − c_i c_j)², by exact
    /// steps node by node from several starts, and the correlation of a_ij with c_i c_j. NaN and a note where nothing
    /// varies. Cost: 2ⁿ m/n up to 20 nodes; else starts × moves × n, exchanges n²; continuous starts × sweeps × m. Source:
    /// Borgatti and Everett 2000, doi:10.1016/S0378-8733(99)00019-2, equations 1 to 4; Boyd et al. 2010,
    /// doi:10.1016/j.socnet.2009.09.003 (least squares without the diagonal). Agrees with: exhaustive search and optim
    /// in R 4.2.2, relative 1e-10 and 1e-6.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Pattern, values, starts.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between moves.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public static CorePeripheryResult Estimate(
        Graph graph, CorePeripheryOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new CorePeripheryOptions();
        Graph strengths = TieValues.Strengths(graph, options.Weighted, options.ValueMeaning).Undirected();
        Graph merged = options.Weighted ? strengths : strengths.WithValues(_ => 1);
        Provenance provenance = new(
            "networks.core-periphery",
            FormattableString.Invariant($"pattern = {options.Pattern}, {TieValues.InWords(options.Weighted, options.ValueMeaning)}, starts = {options.Starts}"),
            Source, options.Seed);
        if (merged.TieCount == 0)
        {
            double[] zeros = new double[graph.NodeCount];
            return new CorePeripheryResult(double.NaN, [], double.NaN, graph.Nodes, zeros, [NetworkNotes.NoTies()], provenance);
        }

        CorePeripheryResult result = options.Pattern == CorePattern.Continuous
            ? Continuous(merged, options, provenance, execution, cancellationToken)
            : Discrete(merged, options, provenance, execution, cancellationToken);
        return result with { Notes = [.. result.Notes, .. NetworkNotes.Isolates(merged, "they count as periphery; leave them out to compare with programs that do")] };
    }

    private static CorePeripheryResult Discrete(
        Graph merged, CorePeripheryOptions options, Provenance provenance, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        bool all = merged.NodeCount <= MostNodesForAllCores;
        (bool[] core, int optima) = all
            ? AllCores(merged, options.Pattern, cancellationToken)
            : BestCore(merged, options, ReplicateEngine.Local.Execute(new CoreSearchJob(merged, options), execution, cancellationToken));
        double correlation = Filled(merged, options.Pattern, core).Correlation;
        Note[] notes =
        [
            .. double.IsNaN(correlation) ? [Constant()] : Array.Empty<Note>(),
            .. all ? [] : new[] { new Note("not-exhaustive", Severity.Information, FormattableString.Invariant(
                $"The core is the best of {options.Starts} searches; {optima} of them ended with this fit. A better one may exist.")) },
            .. all && optima > 1 ? [new Note("several-cores", Severity.Information, FormattableString.Invariant(
                $"{optima} cores fit equally well; one of them is given."))] : Array.Empty<Note>(),
        ];
        string[] members = double.IsNaN(correlation) ? [] : [.. merged.Nodes.Where((_, node) => core[node])];
        return new CorePeripheryResult(
            correlation, members, double.NaN, merged.Nodes, [.. core.Select(inCore => inCore ? 1.0 : 0)], notes, provenance);
    }

    // Each subset differs from the one before in one node (Gray's order).
    private static (bool[] Core, int Optima) AllCores(Graph merged, CorePattern pattern, CancellationToken cancellationToken)
    {
        CoreFit fit = new(merged, pattern);
        bool[] best = new bool[merged.NodeCount];
        (double reached, int optima) = (double.NegativeInfinity, 0);
        for (int subset = 1; subset < 1 << merged.NodeCount; subset++)
        {
            if ((subset & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            fit.Flip(BitOperations.TrailingZeroCount(subset));
            double correlation = fit.Correlation;
            if (correlation > reached + CoreSearchJob.LeastGain)
            {
                (reached, optima) = (correlation, 1);
                fit.InCore.CopyTo(best, 0);
            }
            else if (correlation >= reached - CoreSearchJob.LeastGain)
            {
                optima++;
            }
        }

        return (best, optima);
    }

    private static (bool[] Core, int Optima) BestCore(Graph merged, CorePeripheryOptions options, ReplicateRows rows)
    {
        bool[][] cores = new bool[rows.Count][];
        for (int start = 0; start < cores.Length; start++)
        {
            ReadOnlySpan<double> row = rows.Row(start);
            cores[start] = new bool[row.Length];
            for (int node = 0; node < row.Length; node++)
            {
                cores[start][node] = row[node] == 1;
            }
        }

        double[] reached = [.. cores.Select(core => Filled(merged, options.Pattern, core).Correlation)];
        double best = reached.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max();
        return (cores[Math.Max(0, Array.IndexOf(reached, best))], reached.Count(value => value >= best - CoreSearchJob.LeastGain));
    }

    private static CoreFit Filled(Graph merged, CorePattern pattern, bool[] core)
    {
        CoreFit fit = new(merged, pattern);
        for (int node = 0; node < core.Length; node++)
        {
            if (core[node])
            {
                fit.Flip(node);
            }
        }

        return fit;
    }

    private static CorePeripheryResult Continuous(
        Graph merged, CorePeripheryOptions options, Provenance provenance, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double largest = merged.Ties().Max(tie => tie.Value);
        Graph scaled = merged.WithValues(value => value / largest);
        ReplicateRows rows = ReplicateEngine.Local.Execute(new CorenessJob(scaled, options), execution, cancellationToken);
        int n = merged.NodeCount;
        int best = 0;
        for (int start = 1; start < rows.Count; start++)
        {
            best = rows.Row(start)[n] < rows.Row(best)[n] - CoreSearchJob.LeastGain ? start : best;
        }

        double[] coreness = rows.Row(best)[..n].ToArray();
        double correlation = Correlation(scaled, coreness);
        Note[] notes =
        [
            .. double.IsNaN(correlation) ? [Constant()] : Array.Empty<Note>(),
            .. rows.Row(best)[n + 1] == 1 ? [] : new[] { new Note("not-converged", Severity.Warning, "The corenesses had not settled: read them as approximate.") },
        ];
        return new CorePeripheryResult(
            correlation, [], rows.Row(best)[n] * largest * largest, merged.Nodes, [.. coreness.Select(c => c * Math.Sqrt(largest))], notes, provenance);
    }

    private static double Correlation(Graph scaled, double[] coreness)
    {
        double pairs = (double)coreness.Length * (coreness.Length - 1);
        double[] squares = [.. coreness.Select(c => c * c)];
        double total = Sums.Sum(squares);
        double sum = Math.Pow(Sums.Sum(coreness), 2) - total;
        double products = (total * total) - Sums.Dot(squares, squares);
        (double values, double valueSquares, double cross) = (0, 0, 0);
        foreach ((int from, int to, double value) in scaled.Ties())
        {
            values += value;
            valueSquares += value * value;
            cross += value * coreness[from] * coreness[to];
        }

        double spread = valueSquares - (values * values / pairs);
        double fitted = products - (sum * sum / pairs);
        return spread > 1e-12 * valueSquares && fitted > 1e-12 * products
            ? (cross - (values * sum / pairs)) / Math.Sqrt(spread * fitted)
            : double.NaN;
    }

    private static Note Constant() => new(
        "constant-values", Severity.Warning, "All pairs that are compared have the same value, so no correlation is defined.");
}
