using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>Which parameters what is observed can tell of: elementary effects (Morris 1991) on each observable.</summary>
internal static class ParameterScreening
{
    /// <summary>The probabilities of the priors between which the screening moves: their ends may be infinite.</summary>
    private const double Edge = 0.02;

    /// <summary>The variance of a parameter that moves evenly over its range, in units of the range squared.</summary>
    private const double Evenly = 1 / 12.0;

    /// <summary>Screens.</summary>
    /// <remarks>
    /// A distance over all observables would show those parameters alone that move the observable with the least error: of each observable the share of its
    /// spread that a parameter gives is taken, (μ*²/12) / (Σ μ*²/12 + error²), and of these shares the greatest.
    /// </remarks>
    public static ScreenedParameter[] Of(
        ClusterPopulation population, JointPrior prior, IReadOnlyList<ObservedSummary> observed, ClusterCalibrationOptions options,
        ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ObservedSummary[] used = [.. observed.Where(summary => !summary.HeldOut)];
        double[][] bounds = [.. prior.Parameters.Select(_ => new[] { Edge, 1 - Edge })];
        MorrisDesignResult design = MorrisDesign.Estimate(
            new MorrisDesignOptions { Bounds = bounds, Trajectories = options.Trajectories, Seed = options.Search.Seed }, null, cancellationToken);
        ModelSimulator model = new(
            population, prior, [.. Enumerable.Range(0, prior.Parameters.Count)], [.. used.Select(summary => summary.Name)], options.Others, options.Simulation);
        ReplicateRows rows = ReplicateEngine.Local.ExecuteResumable(
            new ScreeningJob(design.Design, prior, used.Length, model),
            FormattableString.Invariant($"screening; {model.Key}; {options.Trajectories}; {options.Search.Seed}"), execution, cancellationToken);
        ElementaryEffectResult?[] effects =
        [
            .. used.Select((_, summary) => Effects(design.Design, rows.Column(summary), bounds, execution, cancellationToken)),
        ];
        double[][] shares = [.. effects.Select((effect, summary) => Shares(effect, used[summary].StandardError, prior.Parameters.Count))];
        return Chosen(prior, used, effects, shares, options);
    }

    // A run may lack an observable; it then shows no effect on it. One that most runs lack shows nothing.
    private static ElementaryEffectResult? Effects(
        ExperimentalDesign design, double[] column, double[][] bounds, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[] known = [.. column.Where(double.IsFinite)];
        if (known.Length < column.Length / 2)
        {
            return null;
        }

        double mean = Sums.Mean(known);
        return ElementaryEffect.Estimate(
            ModelRuns.Of(design, [.. column.Select(value => double.IsFinite(value) ? value : mean)]), new ElementaryEffectOptions { Bounds = bounds },
            execution, cancellationToken);
    }

    private static double[] Shares(ElementaryEffectResult? effects, double error, int parameters)
    {
        if (effects is null)
        {
            return new double[parameters];
        }

        double[] spreads = [.. effects.MuStar.Select(effect => Evenly * effect * effect)];
        double all = Sums.Sum(spreads) + (error * error);
        return [.. spreads.Select(spread => spread / all)];
    }

    private static ScreenedParameter[] Chosen(
        JointPrior prior, ObservedSummary[] used, ElementaryEffectResult?[] effects, double[][] shares, ClusterCalibrationOptions options)
    {
        int count = prior.Parameters.Count;
        int[] summaries = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, used.Length).MaxBy(summary => shares[summary][i]))];
        double[] greatest = [.. Enumerable.Range(0, count).Select(i => shares[summaries[i]][i])];
        int[] strongest = [.. Enumerable.Range(0, count).OrderByDescending(i => greatest[i]).ThenBy(i => i)];
        double least = options.LeastEffect * greatest[strongest[0]];
        HashSet<int> searched = [.. strongest.Take(options.MostParameters).Where(i => greatest[i] >= least)];
        return [.. Enumerable.Range(0, count).Select(i => Screened(i, summaries[i]))];

        ScreenedParameter Screened(int parameter, int summary)
        {
            double error = used[summary].StandardError;
            return effects[summary] is { } effect
                ? new ScreenedParameter(
                    prior.Parameters[parameter].Name, used[summary].Name, greatest[parameter], effect.MuStar[parameter] / error,
                    effect.MuStarConfLow[parameter] / error, effect.MuStarConfHigh[parameter] / error, effect.Sigma[parameter] / error, searched.Contains(parameter))
                : new ScreenedParameter(prior.Parameters[parameter].Name, used[summary].Name, 0, 0, 0, 0, 0, searched.Contains(parameter));
        }
    }
}
