using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Methods;

namespace Karkhana.Simulation;

/// <summary>What the runs of a model say of one number.</summary>
/// <param name="Estimate">The mean over runs.</param>
/// <param name="StdError">Its Monte Carlo error: standard deviation over runs by the root of their number.</param>
/// <param name="ConfLow">The lower limit of the mean, by Student's t.</param>
/// <param name="ConfHigh">The upper limit of the mean.</param>
/// <param name="RunLow">The number that one run in twenty stays below.</param>
/// <param name="RunHigh">The number that one run in twenty exceeds.</param>
public sealed record RunSummary(double Estimate, double StdError, double ConfLow, double ConfHigh, double RunLow, double RunHigh)
{
    private const double Tail = 0.05;

    /// <summary>Summarises the values of runs.</summary>
    /// <param name="values">One value per run; runs in which it is not defined (NaN) are left out.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The summary; NaN where fewer than two runs are defined.</returns>
    public static RunSummary Of(IReadOnlyList<double> values, double level)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Where(value => !double.IsNaN(value))];
        double mean = Sums.Mean(sorted); // before sorting: by the order of the runs
        double error = Math.Sqrt(Sums.Variance(sorted) / sorted.Length);
        double half = error * DistributionQuantiles.TwoSidedStudent(level, sorted.Length - 1);
        Array.Sort(sorted);
        return new RunSummary(
            mean, error, mean - half, mean + half, Quantiles.Type7(sorted, Tail), Quantiles.Type7(sorted, 1 - Tail));
    }
}
