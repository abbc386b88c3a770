using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether events come to some groups sooner than to others.</summary>
public static class LogRankTest
{
    internal const string Source =
        "Mantel 1966, Cancer Chemotherapy Reports 50, 163-170; Peto & Peto 1972, doi:10.2307/2344317; Harrington & Fleming 1982, doi:10.1093/biomet/69.3.553";

    // Smaller than any variance that data give, greater than what rounding leaves of none.
    private const double Negligible = 1e-10;

    /// <summary>Tests equal survival.</summary>
    /// <remarks>
    /// At each time with d events among n at risk, n_g of group g: expected e_g = d n_g/n, covariance (hypergeometric)
    /// d (n − d)/(n − 1) · (n_g/n)(δ_gh − n_h/n). With weights w = S(t−)^ρ, S of all groups of the stratum together:
    /// O_g = Σ w d_g, E_g = Σ w e_g, V = Σ w² cov, over times and strata; statistic = (O − E)' V⁻ (O − E) on rank V
    /// degrees of freedom, groups − 1 unless a group is never at risk together with others. The test is most powerful
    /// when hazards are proportional (ρ = 0) and misses curves that cross. Cost: n log n + groups² per time.
    /// Source: Mantel 1966; Peto and Peto 1972, doi:10.2307/2344317; Harrington and Fleming 1982,
    /// doi:10.1093/biomet/69.3.553. Agrees with: survival 3.5 survdiff, relative 1e-10.
    /// </remarks>
    /// <param name="sample">Times, events and groups; strata and entries when there are any.</param>
    /// <param name="options">Weights.</param>
    /// <param name="execution">Not used: the cost is one sort.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test, with observed and expected events by group.</returns>
    /// <exception cref="ArgumentException">Fewer than two groups, or times that are no times.</exception>
    public static LogRankTestResult Estimate(
        SurvivalSample sample,
        LogRankTestOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new LogRankTestOptions();
        sample.Check();
        string[] groups = [.. sample.Groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Require.That(groups.Length >= 2, nameof(sample.Groups), $"must hold at least two groups; it had {groups.Length}");
        LogRankSums sums = new(groups.Length);
        foreach (IGrouping<string, int> stratum in Enumerable.Range(0, sample.Times.Count)
            .GroupBy(i => sample.Strata.Count == 0 ? "" : sample.Strata[i]).OrderBy(stratum => stratum.Key, StringComparer.Ordinal))
        {
            sums.Add(sample, groups, [.. stratum], options.Rho);
        }

        (double statistic, int degrees) = Statistic(sums);
        return new LogRankTestResult
        {
            Groups = groups,
            Subjects = [.. groups.Select(group => sample.Groups.Count(own => own == group))],
            Observed = sums.Observed,
            Expected = sums.Expected,
            Statistic = statistic,
            Degrees = degrees,
            PValue = ChiSquare.UpperTail(statistic, degrees),
            Notes = degrees == groups.Length - 1
                ? []
                : [new Note("fewer-degrees", Severity.Warning, FormattableString.Invariant(
                    $"The {groups.Length} groups give {degrees} degrees of freedom only: a group is never at risk when an event comes, or never together with the others."))],
            Provenance = new Provenance(
                "econometrics.log-rank-test", FormattableString.Invariant($"rho = {options.Rho}"), Source),
        };
    }

    private static (double Statistic, int Degrees) Statistic(LogRankSums sums)
    {
        int count = sums.Observed.Length;
        Vector<double> difference = Vector<double>.Build.Dense(count, g => sums.Observed[g] - sums.Expected[g]);
        Evd<double> parts = Matrix<double>.Build.Dense(count, count, (g, h) => sums.Covariance[(g * count) + h]).Evd(Symmetricity.Symmetric);
        double greatest = parts.EigenValues.Select(value => value.Real).Max();
        (double statistic, int degrees) = (0, 0);
        for (int part = 0; part < count; part++)
        {
            double variance = parts.EigenValues[part].Real;
            if (greatest > 0 && variance > Negligible * greatest)
            {
                double along = parts.EigenVectors.Column(part).DotProduct(difference);
                statistic += along * along / variance;
                degrees++;
            }
        }

        return (degrees == 0 ? double.NaN : statistic, degrees);
    }
}
