using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Benchmarks.Psychometrics;

/// <summary>How the estimates of one parameter lie around its true value.</summary>
/// <param name="Truth">The true value.</param>
/// <param name="Used">The replicates with an estimate and a standard error.</param>
/// <param name="Bias">The mean estimate less the truth.</param>
/// <param name="RootMeanSquare">The root mean square of estimate less truth.</param>
/// <param name="ErrorRatio">The mean standard error over the standard deviation of the estimates.</param>
/// <param name="Covered">The replicates whose 95 % interval holds the truth.</param>
public sealed record RecoverySummary(double Truth, int Used, double Bias, double RootMeanSquare, double ErrorRatio, int Covered)
{

    /// <summary>Summarises a run.</summary>
    /// <param name="truth">The true values.</param>
    /// <param name="rows">What <see cref="RecoveryJob"/> gave.</param>
    /// <returns>One summary per parameter.</returns>
    public static IReadOnlyList<RecoverySummary> Of(double[] truth, ReplicateRows rows)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(rows);
        return [.. truth.Select((value, term) => Of(value, Pairs(rows, term, truth.Length)))];
    }

    private static (double Estimate, double StdError)[] Pairs(ReplicateRows rows, int term, int terms)
    {
        double[] estimates = new double[rows.Count];
        double[] errors = new double[rows.Count];
        rows.CopyColumn(term, estimates);
        rows.CopyColumn(terms + term, errors);
        return [.. estimates.Zip(errors).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second))];
    }

    private static RecoverySummary Of(double truth, (double Estimate, double StdError)[] pairs)
    {
        double[] estimates = [.. pairs.Select(pair => pair.Estimate)];
        double[] squares = [.. estimates.Select(estimate => (estimate - truth) * (estimate - truth))];
        return new RecoverySummary(
            truth,
            pairs.Length,
            Sums.Mean(estimates) - truth,
            Math.Sqrt(Sums.Mean(squares)),
            Sums.Mean([.. pairs.Select(pair => pair.StdError)]) / Math.Sqrt(Sums.Variance(estimates)),
            pairs.Count(pair => Math.Abs(pair.Estimate - truth) <= NormalQuantiles.TwoSided95 * pair.StdError));
    }
}
