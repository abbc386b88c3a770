using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Which inputs of a model matter at all: Morris screening.</summary>
public static class ElementaryEffect
{
    internal const string Source = "Morris 1991, doi:10.1080/00401706.1991.10484804; Campolongo, Cariboni & Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004";

    private const double Settled = 0.1;

    /// <summary>Estimates the effects of single inputs.</summary>
    /// <remarks>
    /// Along a trajectory one input moves at a time; its effect is the change of the output over the change of the input as a share of its range.
    /// μ, σ: mean and standard deviation (n − 1) of the effects over trajectories; μ* and median_abs: mean and median of the absolute ones.
    /// Intervals of μ*: percentiles of bootstrap samples of trajectories; without bootstrap mean ± Student's t times the standard error; never below 0.
    /// Assumes trajectories drawn independently of one another. Cost: one pass, times bootstrap samples.
    /// Source: Morris 1991, doi:10.1080/00401706.1991.10484804, section 3; Campolongo, Cariboni and Saltelli 2007,
    /// doi:10.1016/j.envsoft.2006.10.004, equation 3 (μ*). Agrees with: SALib 1.5 analyze.morris, relative 1e-9.
    /// </remarks>
    /// <param name="runs">The runs in the order of the trajectories, one row more than inputs for each.</param>
    /// <param name="options">Bounds, intervals.</param>
    /// <param name="execution">Workers for the bootstrap.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The effects.</returns>
    /// <exception cref="ArgumentException">Runs are no whole trajectories, or a row does not move one input once.</exception>
    public static ElementaryEffectResult Estimate(
        ModelRuns runs, ElementaryEffectOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(options);
        double[] effects = Trajectories.Effects(runs, options.Bounds);
        int inputs = runs.Variables.Count;
        int trajectories = effects.Length / inputs;
        double[][] own = [.. Enumerable.Range(0, inputs).Select(input => Enumerable.Range(0, trajectories).Select(t => effects[(t * inputs) + input]).ToArray())];
        double[][] absolute = [.. own.Select(values => values.Select(Math.Abs).ToArray())];
        double[] MeanAbsolute(int[] counts) => Means(absolute, counts);
        double[] muStar = [.. absolute.Select(values => Sums.Mean(values))];
        double[] half = FirstHalf.Of(trajectories, inputs, MeanAbsolute);
        BootstrapIntervals intervals = options.Resamples == 0
            ? LeaveOneOut(absolute, muStar, options.Level)
            : BootstrapIntervals.Of(
                new ResampledStatistic("trajectories drawn", (options.Resamples, options.Seed), ResampledStatistic.Apart(trajectories), inputs, MeanAbsolute)
                    .Draw(execution, cancellationToken),
                inputs,
                options.Level);
        double change = FirstHalf.GreatestChange(muStar, half) / muStar.Max();
        return new ElementaryEffectResult
        {
            Variables = runs.Variables,
            Mu = [.. own.Select(values => Sums.Mean(values))],
            MuStar = muStar,
            MuStarConfLow = [.. intervals.Low.Select(low => Math.Max(0, low))],
            MuStarConfHigh = intervals.High,
            Sigma = [.. own.Select(values => Math.Sqrt(Sums.Variance(values)))],
            MedianAbsolute = [.. absolute.Select(Quantiles.Median)],
            Effects = effects,
            MuStarHalf = half,
            GreatestChange = muStar.Max() == 0 ? 0 : change,
            Notes = Unsettled(muStar.Max() == 0 ? 0 : change),
            Provenance = new Provenance(
                "experiments.elementary-effect",
                $"bounds = {InputBounds.Text(options.Bounds)}, {options.IntervalText}",
                Source,
                options.UsedSeed),
        };
    }

    private static double[] Means(double[][] absolute, int[] counts)
    {
        double[] weights = [.. counts.Select(count => (double)count)];
        double total = Sums.Sum(weights);
        return [.. absolute.Select(values => Sums.Dot(weights, values) / total)];
    }

    private static BootstrapIntervals LeaveOneOut(double[][] absolute, double[] means, double level)
    {
        Jackknife jackknife = new(means);
        int trajectories = absolute[0].Length;
        for (int left = 0; left < trajectories; left++)
        {
            jackknife.Add([.. absolute.Select((values, input) => ((trajectories * means[input]) - values[left]) / (trajectories - 1))]);
        }

        return jackknife.Intervals(level);
    }

    private static Note[] Unsettled(double change) => change <= Settled ? [] : [new Note(
        "not-converged",
        Severity.Warning,
        double.IsNaN(change)
            ? "There are too few trajectories to compare the first half of them with all: we cannot tell whether the effects have settled."
            : FormattableString.Invariant(
                $"From the first half of the trajectories to all of them a mean absolute effect moved by {change:0.##} of the largest, more than {Settled}: take more trajectories before dropping inputs that lie close together."))];
}
