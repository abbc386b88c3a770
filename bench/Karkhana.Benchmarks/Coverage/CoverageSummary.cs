using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>How often intervals held the truth and true nulls were rejected.</summary>
/// <param name="Used">The samples that gave an estimate.</param>
/// <param name="Refused">The samples that were refused.</param>
/// <param name="Coverage">The share of 95 % intervals that hold the truth.</param>
/// <param name="Rejection">The share of true nulls rejected at 5 %.</param>
public sealed record CoverageSummary(int Used, int Refused, double Coverage, double Rejection)
{
    /// <summary>Gets the Monte-Carlo error of a share of 95 %.</summary>
    public double MonteCarloError => Math.Sqrt(0.95 * 0.05 / Used);

    /// <summary>Gets whether coverage lies in 93 to 97 % and rejection in 4 to 6 %.</summary>
    public bool InBand => Coverage is >= 0.93 and <= 0.97 && Rejection is >= 0.04 and <= 0.06;

    /// <summary>Gets whether it lies there when the band is widened by twice the Monte-Carlo error.</summary>
    public bool MayBeInBand => Coverage >= 0.93 - (2 * MonteCarloError) && Coverage <= 0.97 + (2 * MonteCarloError)
        && Rejection >= 0.04 - (2 * MonteCarloError) && Rejection <= 0.06 + (2 * MonteCarloError);

    /// <summary>Summarises a run.</summary>
    /// <param name="rows">What <see cref="CoverageJob"/> gave.</param>
    /// <returns>The summary.</returns>
    public static CoverageSummary Of(ReplicateRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] covered = [.. rows.Column(0).Where(value => !double.IsNaN(value))];
        double[] rejected = [.. rows.Column(1).Where(value => !double.IsNaN(value))];
        return new CoverageSummary(covered.Length, rows.Count - covered.Length, Sums.Mean(covered), Sums.Mean(rejected));
    }
}
