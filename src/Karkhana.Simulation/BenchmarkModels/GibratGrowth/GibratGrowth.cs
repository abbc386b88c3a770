using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;

namespace Karkhana.Simulation;

/// <summary>How far firms drift apart when growth is chance alone.</summary>
public static class GibratGrowth
{
    private const string Source = "Gibrat 1931, Les inégalités économiques; Sutton 1997, Journal of Economic Literature 35:40-59";

    private const int Largest = 4;

    private static readonly (string Name, string Label)[] Quantities =
    [
        ("variance", "Variance of the logarithm of size between firms"),
        ("slope", "Slope of the logarithm of size on that of the period before"),
        ("number_equivalent", "Number of equal firms of the same concentration"),
        ("largest_four", "Share of the four largest firms in all workers"),
    ];

    /// <summary>Runs the model.</summary>
    /// <remarks>
    /// ln L_0 ~ N(0, s²), ln L_{t+1} = β ln L_t + σ ε, ε ~ N(0, 1), the mean of ln L being 0. With β = 1: Var(ln L_t) = s² + t σ², and the regression of
    /// ln L_{t+1} on ln L_t has slope 1; in general Var = β^2t s² + σ² Σ_{k&lt;t} β^2k and slope β. Concentration rises though no firm is better than
    /// another. Assumes that nobody enters or leaves. Cost: runs × periods × firms.
    /// Source: Gibrat 1931, Les inégalités économiques; Sutton 1997, Journal of Economic Literature 35:40-59.
    /// </remarks>
    /// <param name="options">Firms, growth and runs.</param>
    /// <param name="execution">Workers and progress; the same bits for any number of workers.</param>
    /// <param name="cancellationToken">Looked at between periods.</param>
    /// <returns>Spread, slope and concentration along time; the slope is not defined at time 0.</returns>
    public static BenchmarkRuns Simulate(
        GibratGrowthOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new GibratGrowthOptions();
        double[] times = [.. Enumerable.Range(0, options.Periods + 1).Select(time => (double)time)];
        return new BenchmarkRuns
        {
            Model = "gibrat_growth",
            AxisName = "time",
            Axis = times,
            Series = BenchmarkRuns.Summarise(
                times, Quantities, options, (run, row) => Fill(run, row, options, cancellationToken), execution, cancellationToken),
            Runs = options.Runs,
            Notes = [],
            Provenance = new Provenance(
                "simulation.gibrat-growth",
                FormattableString.Invariant(
                    $"firms = {options.Firms}, periods = {options.Periods}, growth_deviation = {options.GrowthDeviation}, start_deviation = {options.StartDeviation}, persistence = {options.Persistence}, runs = {options.Runs}, level = {options.Level}"),
                Source,
                options.Seed),
        };
    }

    /// <summary>Gives the variance of the logarithm of size that is expected at a time.</summary>
    /// <param name="options">The model.</param>
    /// <param name="time">The period.</param>
    /// <returns>s² + t σ² with persistence 1.</returns>
    public static double ExpectedVariance(GibratGrowthOptions options, int time)
    {
        ArgumentNullException.ThrowIfNull(options);
        double variance = options.StartDeviation * options.StartDeviation;
        for (int period = 0; period < time; period++)
        {
            variance = (options.Persistence * options.Persistence * variance) + (options.GrowthDeviation * options.GrowthDeviation);
        }

        return variance;
    }

    private static void Fill(int run, Span<double> row, GibratGrowthOptions options, CancellationToken cancellationToken)
    {
        RandomStream stream = new(options.Seed, RandomPurpose.LocationAndGrowth, run);
        int places = options.Periods + 1;
        double[] before = new double[options.Firms];
        double[] logs = new double[options.Firms];
        for (int time = 0; time < places; time++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (before, logs) = (logs, before);
            for (int firm = 0; firm < logs.Length; firm++)
            {
                logs[firm] = time == 0
                    ? options.StartDeviation * stream.NextGaussian()
                    : (options.Persistence * before[firm]) + (options.GrowthDeviation * stream.NextGaussian());
            }

            row[time] = Sums.Variance(logs);
            row[places + time] = time == 0 ? double.NaN : Moments.Slope(before, logs);
            (row[(2 * places) + time], row[(3 * places) + time]) = Concentration(logs);
        }
    }

    private static (double NumberEquivalent, double LargestFour) Concentration(double[] logs)
    {
        double greatest = logs.Max();
        double[] sizes = Array.ConvertAll(logs, log => Math.Exp(log - greatest));
        double all = Sums.Sum(sizes);
        double equivalent = all * all / Sums.Dot(sizes, sizes);
        Array.Sort(sizes);
        return (equivalent, Sums.Sum(sizes.AsSpan(Math.Max(0, sizes.Length - Largest))) / all);
    }
}
