using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>Combines the same regression run on several plausible data sets.</summary>
public static class RubinRules
{
    // The quantile of Student's t is beyond any number below this; an interval of one degree of freedom already says
    // that the data tell next to nothing.
    private const double LeastDegrees = 1;

    /// <summary>Combines estimates and standard errors.</summary>
    /// <remarks>
    /// Estimate: the mean over the m runs. Variance: W + (1 + 1/m) B with W the mean of the squared standard errors and
    /// B the variance of the estimates between runs. Degrees of freedom ν = (m − 1)(1 + W/((1 + 1/m)B))², brought down to
    /// those of the complete data (the mean over the runs) by Barnard and Rubin's rule, never below 1. Cost: m·k. Source: Rubin 1987,
    /// doi:10.1002/9780470316696; Barnard and Rubin 1999, doi:10.1093/biomet/86.4.948.
    /// </remarks>
    /// <param name="runs">The coefficients of each run; the same terms in the same order.</param>
    /// <returns>The combined coefficients.</returns>
    /// <exception cref="ArgumentException">No run, or runs with different terms.</exception>
    public static CoefficientTable Estimate(IReadOnlyList<CoefficientTable> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return Combine(runs, _ => PooledDegrees.BarnardRubin).Table;
    }

    /// <summary>Combines estimates with their whole covariance.</summary>
    /// <remarks>As <see cref="Estimate"/>; the covariance is the mean of the runs' covariances plus (1 + 1/m) times the
    /// covariance of the estimates between runs. Cost: m·k². Source: Rubin 1987, chapter 3, doi:10.1002/9780470316696;
    /// Satterthwaite 1946, doi:10.2307/3002019.</remarks>
    /// <param name="runs">The coefficients of each run with their covariance, term × term, row after row.</param>
    /// <param name="degrees">How the degrees of freedom of the runs and their number make those of the whole.</param>
    /// <returns>The combined coefficients.</returns>
    /// <exception cref="ArgumentException">No run, runs with different terms, or a covariance of another size.</exception>
    public static PooledCoefficients Pool(
        IReadOnlyList<(CoefficientTable Table, IReadOnlyList<double> Covariance)> runs, PooledDegrees degrees = PooledDegrees.BarnardRubin) =>
        Pool(runs, _ => degrees);

    /// <summary>Combines estimates with their whole covariance, where degrees of freedom count one thing for some terms and another for
    /// others.</summary>
    /// <remarks>As <see cref="Estimate"/>. Cost: m·k². Source: Rubin 1987, chapter 3, doi:10.1002/9780470316696; Satterthwaite 1946,
    /// doi:10.2307/3002019; Johnson and Rust 1992, doi:10.3102/10769986017002175 (plausible values in samples of clusters).</remarks>
    /// <param name="runs">The coefficients of each run with their covariance, term × term, row after row.</param>
    /// <param name="degrees">By term: how the degrees of freedom of the runs and their number make those of the whole.</param>
    /// <returns>The combined coefficients.</returns>
    /// <exception cref="ArgumentException">No run, runs with different terms, or a covariance of another size.</exception>
    public static PooledCoefficients Pool(
        IReadOnlyList<(CoefficientTable Table, IReadOnlyList<double> Covariance)> runs, Func<string, PooledDegrees> degrees)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(degrees);
        (CoefficientTable table, double[] shares) = Combine([.. runs.Select(run => run.Table)], degrees);
        int terms = table.Terms.Count;
        Require.That(
            runs.All(run => run.Covariance.Count == terms * terms), nameof(runs), "must have covariances of terms by terms");
        double[][] deviations = [.. Enumerable.Range(0, terms).Select(
            term => runs.Select(run => run.Table.Estimates[term] - table.Estimates[term]).ToArray())];
        double[] covariance = new double[terms * terms];
        for (int i = 0; i < terms; i++)
        {
            for (int j = 0; j < terms; j++)
            {
                int cell = (i * terms) + j;
                double between = runs.Count > 1 ? Sums.Dot(deviations[i], deviations[j]) / (runs.Count - 1) : 0;
                covariance[cell] = Sums.Mean([.. runs.Select(run => run.Covariance[cell])]) + (Inflation(runs.Count) * between);
            }
        }

        return new PooledCoefficients(table, covariance, shares, runs.Count);
    }

    private static (CoefficientTable Table, double[] Shares) Combine(IReadOnlyList<CoefficientTable> runs, Func<string, PooledDegrees> rule)
    {
        Require.That(runs.Count > 0, nameof(runs), "must hold at least one run");
        CoefficientTable first = runs[0];
        Require.That(
            runs.All(run => run.Terms.SequenceEqual(first.Terms, StringComparer.Ordinal)), nameof(runs),
            "must have the same terms in the same order");
        int terms = first.Terms.Count;
        double[] estimates = new double[terms];
        double[] errors = new double[terms];
        double[] degrees = new double[terms];
        double[] shares = new double[terms];
        for (int term = 0; term < terms; term++)
        {
            double[] values = [.. runs.Select(run => run.Estimates[term])];
            double within = Sums.Mean([.. runs.Select(run => run.StandardErrors[term] * run.StandardErrors[term])]);
            double between = runs.Count > 1 ? Sums.Variance(values) * Inflation(runs.Count) : 0;
            estimates[term] = Sums.Mean(values);
            errors[term] = Math.Sqrt(within + between);
            double complete = Sums.Mean([.. runs.Select(run => run.DegreesOfFreedom[term])]);
            degrees[term] = !(between > 0) ? complete
                : rule(first.Terms[term]) == PooledDegrees.Satterthwaite ? Satterthwaite(within, between, runs.Count, complete)
                : BarnardRubin(within, between, runs.Count, complete);
            shares[term] = between > 0 ? between / (within + between) : 0;
        }

        return (new CoefficientTable(first.Terms, estimates, errors, degrees, first.Level), shares);
    }

    private static double Inflation(int runs) => 1 + (1.0 / runs);

    private static double BarnardRubin(double within, double between, int runs, double complete)
    {
        double share = between / (within + between);
        double imputed = (runs - 1) / (share * share);
        if (double.IsInfinity(complete))
        {
            return imputed;
        }

        double observed = (complete + 1) / (complete + 3) * complete * (1 - share);
        return Math.Max(LeastDegrees, imputed * observed / (imputed + observed));
    }

    private static double Satterthwaite(double within, double between, int runs, double complete)
    {
        double share = between / (within + between);
        return Math.Max(LeastDegrees, 1 / (((1 - share) * (1 - share) / complete) + (share * share / (runs - 1))));
    }
}
