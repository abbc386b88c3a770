using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Experiments;

/// <summary>Means over runs of a simulation with their covariances, when runs of one parameter draw hang together.</summary>
/// <remarks>
/// With J draws of several runs each the sums of deviations by draw stand for independent units: Cov = J/(J − 1) Σ_j d_j e_j/n².
/// With a run per draw, or one draw in all, this is s²/n over runs. Limits by Student's t with J − 1 degrees of freedom.
/// Assumes that draws are independent, and runs given their draw. Cost: runs. Source: Cameron and Miller 2015,
/// doi:10.3368/jhr.50.2.317, for a mean.
/// </remarks>
public sealed class RunMoments
{
    private readonly int[] _draws;
    private readonly int[] _unit;

    /// <summary>Initialises a new instance of the <see cref="RunMoments"/> class.</summary>
    /// <param name="parameterDraws">The number of the parameter draw of each run; none when all have the same parameters.</param>
    /// <param name="runs">The number of runs.</param>
    /// <exception cref="ArgumentException">There is not one draw per run.</exception>
    public RunMoments(IReadOnlyList<int> parameterDraws, int runs)
    {
        ArgumentNullException.ThrowIfNull(parameterDraws);
        Require.That(parameterDraws.Count == 0 || parameterDraws.Count == runs, nameof(parameterDraws), FormattableString.Invariant(
            $"must name a draw for each of {runs} runs; it had {parameterDraws.Count}"));
        int[] draws = [.. parameterDraws];
        _draws = draws;
        int[] distinct = [.. draws.Distinct().Order()];
        Runs = runs;
        Draws = distinct.Length;
        AreRepeated = distinct.Length > 1 && distinct.Length < Runs;
        _unit = AreRepeated ? [.. draws.Select(draw => Array.BinarySearch(distinct, draw))] : [.. Enumerable.Range(0, Runs)];
        Units = AreRepeated ? distinct.Length : Runs;
        DrawOfUnit = AreRepeated ? distinct : Draws == Runs ? draws : [];
    }

    /// <summary>Gets the parameter draw of each independent unit; empty when units are runs of the same parameters.</summary>
    public IReadOnlyList<int> DrawOfUnit { get; }

    /// <summary>Gets the number of runs.</summary>
    public int Runs { get; }

    /// <summary>Gets the number of parameter draws; 0 when none were named.</summary>
    public int Draws { get; }

    /// <summary>Gets a value indicating whether several draws have several runs.</summary>
    public bool AreRepeated { get; }

    /// <summary>Gets the number of independent units.</summary>
    public int Units { get; }

    /// <summary>Gives the moments of some of the runs.</summary>
    /// <param name="runs">Their positions.</param>
    /// <returns>The same when they are all.</returns>
    public RunMoments Among(int[] runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return runs.Length == Runs ? this : new RunMoments(_draws.Length == 0 ? [] : [.. runs.Select(run => _draws[run])], runs.Length);
    }

    /// <summary>Gives the covariance of the means of two outcomes.</summary>
    /// <param name="left">One outcome by run.</param>
    /// <param name="right">The other by run.</param>
    /// <returns>The covariance; NaN with fewer than two independent units.</returns>
    public double Covariance(double[] left, double[] right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        double[] first = Deviations(left);
        double[] second = Deviations(right);
        return Sums.Dot(first, second) / ((double)Runs * Runs) * (Units / (Units - 1.0));
    }

    /// <summary>Gives mean, standard error and limits; without width where the outcome is the same in every run.</summary>
    /// <param name="values">An outcome by run.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>A table of one row.</returns>
    public CoefficientTable Mean(double[] values, double level) => new(
        ["mean"], [Sums.Mean(values)], [Math.Sqrt(Covariance(values, values))], [Units - 1], level);

    /// <summary>Gives the share of the variance between runs that lies between parameter draws; NaN when runs do not tell.</summary>
    /// <param name="values">An outcome by run.</param>
    /// <returns>From 0 to 1.</returns>
    public double ShareOfParameters(double[] values)
    {
        if (!AreRepeated)
        {
            return double.NaN;
        }

        IntraclusterCorrelationResult split = IntraclusterCorrelation.Estimate(new GroupedValues(
            values, [.. _unit.Select(unit => unit.ToString(System.Globalization.CultureInfo.InvariantCulture))]));
        double between = Math.Max(0, split.BetweenVariance);
        double all = between + split.WithinVariance;
        return all > 0 ? between / all : double.NaN;
    }

    /// <summary>Gives the mean of each independent unit: of each parameter draw, or the runs themselves.</summary>
    /// <param name="values">An outcome by run.</param>
    /// <returns>One mean per unit; draws in the order of their numbers, runs in their own.</returns>
    public double[] UnitMeans(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sums = new double[Units];
        int[] counts = new int[Units];
        for (int run = 0; run < values.Length; run++)
        {
            sums[_unit[run]] += values[run];
            counts[_unit[run]]++;
        }

        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }

    private double[] Deviations(double[] values)
    {
        double mean = Sums.Mean(values);
        double[] deviations = new double[Units];
        for (int run = 0; run < values.Length; run++)
        {
            deviations[_unit[run]] += values[run] - mean;
        }

        return deviations;
    }
}
