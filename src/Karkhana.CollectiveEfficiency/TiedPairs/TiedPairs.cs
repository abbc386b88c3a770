using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What firms that are tied have in common, against firms that are not.</summary>
public static class TiedPairs
{
    private const string Source = "Krackhardt 1987, doi:10.1016/0378-8733(87)90012-8; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x; framework 3.5 (M6)";

    /// <summary>Compares tied with other pairs.</summary>
    /// <remarks>
    /// For each covariate x over ordered pairs: the mean of x over tied and over other pairs, and Pearson's correlation of tie
    /// and x. Two-sided p by permutations that move whole firms (<see cref="QapCorrelation"/>), for pairs that share a firm are
    /// not independent; corrected for the number of covariates (Benjamini–Hochberg). Pairs of which x is not known are left
    /// out. One covariate at a time: what goes with a tie may do so only because of another. Cost: permutations × pairs ×
    /// covariates. Source: Krackhardt 1987, doi:10.1016/0378-8733(87)90012-8; framework 3.5 (M6).
    /// </remarks>
    /// <param name="dyads">The pairs.</param>
    /// <param name="options">Permutations and seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between permutations.</param>
    /// <returns>One row per covariate.</returns>
    /// <exception cref="ArgumentException">There are fewer than three firms.</exception>
    public static TiedPairsResult Estimate(
        DyadTable dyads, TiedPairsOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dyads);
        Require.That(dyads.Firms.Count >= 3, nameof(dyads), FormattableString.Invariant($"must be of at least three firms; there were {dyads.Firms.Count}"));
        options ??= new TiedPairsOptions();
        DyadMatrix ties = MatrixOf(dyads, dyads.Tied);
        TiedPairsRow[] rows = [.. dyads.Names.Select((name, i) =>
        {
            QapCorrelationResult correlation = QapCorrelation.Estimate(
                new NetworkPair(ties, MatrixOf(dyads, dyads.Covariates[i])),
                new QapCorrelationOptions { Replicates = options.Replicates, Seed = options.Seed }, execution, cancellationToken);
            return new TiedPairsRow(
                name, MeanOf(dyads, i, tied: true), MeanOf(dyads, i, tied: false), correlation.Estimate, correlation.PValue);
        })];
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. rows.Select(row => row.PValue)]);
        string[] constant = [.. rows.Where(row => double.IsNaN(row.Correlation)).Select(row => row.Name)];
        return new TiedPairsResult
        {
            Rows = [.. rows.Select((row, i) => row with { AdjustedPValue = adjusted[i] })],
            Notes = constant.Length == 0 ? [] :
                [new Note("constant-values", Severity.Information, $"Alike for all pairs, or ties are, so that nothing is compared: {string.Join(", ", constant)}.")],
            Provenance = new Provenance(
                "collective-efficiency.tied-pairs", FormattableString.Invariant($"replicates = {options.Replicates}"), Source, options.Seed),
        };
    }

    private static DyadMatrix MatrixOf(DyadTable dyads, IReadOnlyList<double> values)
    {
        int n = dyads.Firms.Count;
        double[] cells = new double[n * n];
        for (int pair = 0; pair < values.Count; pair++)
        {
            cells[(dyads.From[pair] * n) + dyads.To[pair]] = values[pair];
        }

        return DyadMatrix.Of(dyads.Firms, cells);
    }

    private static double MeanOf(DyadTable dyads, int covariate, bool tied) => Sums.Mean(
        [.. dyads.Covariates[covariate].Where((value, pair) => !double.IsNaN(value) && dyads.Tied[pair] == (tied ? 1 : 0))]);
}
