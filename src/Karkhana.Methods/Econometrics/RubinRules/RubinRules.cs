using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>Combines the same regression run on several plausible data sets.</summary>
public static class RubinRules
{
    /// <summary>Combines estimates and standard errors.</summary>
    /// <remarks>
    /// Estimate: the mean over the m runs. Variance: W + (1 + 1/m) B with W the mean of the squared standard errors and
    /// B the
    /// variance of the estimates between runs. Degrees of freedom ν = (m − 1)(1 + W/((1 + 1/m)B))², brought down to
    /// those of
    /// the complete data by Barnard and Rubin's rule. Cost: m·k. Source: Rubin 1987, doi:10.1002/9780470316696;
    /// Barnard and Rubin 1999, doi:10.1093/biomet/86.4.948.
    /// </remarks>
    /// <param name="runs">The coefficients of each run; the same terms in the same order.</param>
    /// <returns>The combined coefficients.</returns>
    /// <exception cref="ArgumentException">No run, or runs with different terms.</exception>
    public static CoefficientTable Estimate(IReadOnlyList<CoefficientTable> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        Require.That(runs.Count > 0, nameof(runs), "must hold at least one run");
        CoefficientTable first = runs[0];
        Require.That(
            runs.All(run => run.Terms.SequenceEqual(first.Terms, StringComparer.Ordinal)), nameof(runs),
            "must have the same terms in the same order");
        int terms = first.Terms.Count;
        double[] estimates = new double[terms];
        double[] errors = new double[terms];
        double[] degrees = new double[terms];
        for (int term = 0; term < terms; term++)
        {
            double[] values = [.. runs.Select(run => run.Estimates[term])];
            double within = Sums.Mean([.. runs.Select(run => run.StandardErrors[term] * run.StandardErrors[term])]);
            double between = runs.Count > 1 ? Sums.Variance(values) * (1 + (1.0 / runs.Count)) : 0;
            estimates[term] = Sums.Mean(values);
            errors[term] = Math.Sqrt(within + between);
            degrees[term] = Degrees(within, between, runs.Count, first.DegreesOfFreedom[term]);
        }

        return new CoefficientTable(first.Terms, estimates, errors, degrees, first.Level);
    }

    private static double Degrees(double within, double between, int runs, double complete)
    {
        if (!(between > 0))
        {
            return complete;
        }

        double share = between / (within + between);
        double imputed = (runs - 1) / (share * share);
        if (double.IsInfinity(complete))
        {
            return imputed;
        }

        double observed = (complete + 1) / (complete + 3) * complete * (1 - share);
        return imputed * observed / (imputed + observed);
    }
}
