using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>The false discovery rate over many families of tests.</summary>
/// <param name="Families">How many families.</param>
/// <param name="Rate">The mean share of false findings.</param>
/// <param name="MonteCarloError">Its standard error.</param>
public sealed record DiscoverySummary(int Families, double Rate, double MonteCarloError)
{
    /// <summary>Summarises a run.</summary>
    /// <param name="rows">What <see cref="DiscoveryJob"/> gave.</param>
    /// <returns>The summary.</returns>
    public static DiscoverySummary Of(ReplicateRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] shares = rows.Column(0);
        return new DiscoverySummary(shares.Length, Sums.Mean(shares), Math.Sqrt(Sums.Variance(shares) / shares.Length));
    }
}
