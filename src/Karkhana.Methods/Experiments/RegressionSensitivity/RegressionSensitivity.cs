using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Sensitivities of a model's output from a linear regression on its inputs.</summary>
public static class RegressionSensitivity
{
    internal const string Source = "Saltelli & Marivoet 1990, doi:10.1016/0951-8320(90)90065-U; Helton & Davis 2002, doi:10.1111/0272-4332.00041";

    private const double LeastExplained = 0.7;

    /// <summary>Estimates the sensitivity to each input.</summary>
    /// <remarks>
    /// standardised: b_i sd(x_i)/sd(y) of the least-squares fit on all inputs; partial: correlation of what the other inputs leave of x_i and of y;
    /// the rank versions take mid-ranks of all variables first; spearman: simple correlation of ranks. Intervals: percentiles of bootstrap samples of
    /// runs, ranked anew in each; none without bootstrap. Assumes an output that is about linear (monotone for ranks) in the inputs: see r_squared.
    /// With inputs that determine one another all but spearman are NaN, with a note. Cost: runs·inputs² + inputs³, times bootstrap samples.
    /// Source: Saltelli and Marivoet 1990, doi:10.1016/0951-8320(90)90065-U; Helton and Davis 2002, doi:10.1111/0272-4332.00041, section 6.
    /// Agrees with: sensitivity 1.27 src and pcc, R cor(method = "spearman"), relative 1e-9.
    /// </remarks>
    /// <param name="runs">Inputs and output of the runs.</param>
    /// <param name="options">Method and intervals.</param>
    /// <param name="execution">Workers for the bootstrap.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The sensitivities.</returns>
    /// <exception cref="ArgumentException">There are not two runs more than inputs, or an input is the same in all runs.</exception>
    public static RegressionSensitivityResult Estimate(
        ModelRuns runs, RegressionSensitivityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runs);
        options ??= new RegressionSensitivityOptions();
        Check(runs);
        int inputs = runs.Variables.Count;
        RegressionSensitivityKernel kernel = new(runs, options.Method);
        double[] all = kernel.Estimates(ResampledStatistic.Apart(runs.Count));
        double[] half = FirstHalf.Of(runs.Count, inputs + 1, kernel.Estimates);
        ReplicateRows? drawn = options.Resamples == 0 ? null : new ResampledStatistic(
            "runs drawn", (options.Resamples, options.Seed), ResampledStatistic.Apart(runs.Count), inputs + 1, kernel.Estimates).Draw(execution, cancellationToken);
        BootstrapIntervals intervals = BootstrapIntervals.Of(drawn, inputs, options.Level);
        double explained = new RegressionSensitivityKernel(runs, RegressionSensitivityMethod.Standardised).Estimates(ResampledStatistic.Apart(runs.Count))[inputs];
        return new RegressionSensitivityResult
        {
            Variables = runs.Variables,
            Estimates = all[..inputs],
            ConfLow = intervals.Low,
            ConfHigh = intervals.High,
            Half = half[..inputs],
            GreatestChange = FirstHalf.GreatestChange(all.AsSpan(0, inputs), half.AsSpan(0, inputs)),
            RSquared = explained,
            Notes = Notes(runs, options, all, explained, intervals.Lost),
            Provenance = new Provenance("experiments.regression-sensitivity", $"method = {options.Method}, {options.IntervalText}", Source, options.UsedSeed),
        };
    }

    private static void Check(ModelRuns runs)
    {
        int least = runs.Variables.Count + 2;
        Require.That(runs.Count >= least, nameof(runs), FormattableString.Invariant(
            $"must have at least {least} rows for {runs.Variables.Count} inputs; it had {runs.Count}"));
        string[] constant = [.. runs.Variables.Where((_, input) => runs.Inputs[input].All(value => value == runs.Inputs[input][0]))];
        Require.That(constant.Length == 0, nameof(runs), $"must vary in each input; the same in all rows were {string.Join(", ", constant)}");
    }

    private static Note[] Notes(ModelRuns runs, RegressionSensitivityOptions options, double[] all, double explained, int lost)
    {
        bool linear = options.Method is RegressionSensitivityMethod.Standardised or RegressionSensitivityMethod.Partial;
        List<Note> notes = [];
        if (runs.Output.All(value => value == runs.Output[0]))
        {
            notes.Add(new Note("constant-output", Severity.Warning, "The output is the same in all runs: sensitivities are not defined."));
        }
        else if (all[..runs.Variables.Count].All(double.IsNaN))
        {
            notes.Add(new Note("collinear-inputs", Severity.Warning, "Some inputs follow from the others in these runs: we cannot tell their sensitivities apart. Leave one of them out, or draw another design."));
        }
        else if (linear && explained < LeastExplained)
        {
            notes.Add(new Note("not-linear", Severity.Warning, FormattableString.Invariant(
                $"The linear regression explains {explained:0.##} of the variance, less than {LeastExplained}: its coefficients leave most of the model's behaviour out. Take ranks if the output is monotone, or Sobol indices.")));
        }

        if (options.Resamples == 0)
        {
            notes.Add(new Note("no-intervals", Severity.Information, "Without bootstrap samples there are no intervals; set resamples before ranking inputs."));
        }

        if (lost > 0)
        {
            notes.Add(new Note("lost-resamples", Severity.Warning, FormattableString.Invariant(
                $"In {lost} of {options.Resamples} bootstrap samples sensitivities were not defined; intervals are from the others.")));
        }

        return [.. notes];
    }
}
