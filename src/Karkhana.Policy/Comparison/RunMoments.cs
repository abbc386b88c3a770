using Karkhana.Core.Kernels;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Policy;

/// <summary>Means over runs with their covariances, when runs of one parameter draw hang together.</summary>
/// <remarks>
/// With J draws of several runs each the sums of deviations by draw stand for independent units: Cov = J/(J − 1) Σ_j d_j e_j/n².
/// With a run per draw, or one draw in all, this is s²/n over runs.
/// </remarks>
internal sealed class RunMoments
{
    private readonly int[] _draws;
    private readonly int[] _unit;

    public RunMoments(ComparedScenarios scenarios)
        : this([.. scenarios.ParameterDraws], scenarios.Replicates)
    {
    }

    private RunMoments(int[] draws, int runs)
    {
        int[] distinct = [.. draws.Distinct().Order()];
        _draws = draws;
        Runs = runs;
        Draws = distinct.Length;
        AreRepeated = distinct.Length > 1 && distinct.Length < Runs;
        _unit = AreRepeated ? [.. draws.Select(draw => Array.BinarySearch(distinct, draw))] : [.. Enumerable.Range(0, Runs)];
        Units = AreRepeated ? distinct.Length : Runs;
        DrawOfUnit = AreRepeated ? distinct : Draws == Runs ? draws : [];
    }

    /// <summary>Gets the parameter draw of each independent unit; empty when units are runs of the same parameters.</summary>
    public IReadOnlyList<int> DrawOfUnit { get; }

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
    public RunMoments Among(int[] runs) => runs.Length == Runs
        ? this
        : new RunMoments(_draws.Length == 0 ? [] : [.. runs.Select(run => _draws[run])], runs.Length);

    public double Covariance(double[] left, double[] right)
    {
        double[] first = Deviations(left);
        double[] second = Deviations(right);
        return Sums.Dot(first, second) / ((double)Runs * Runs) * (Units / (Units - 1.0));
    }

    /// <summary>Gives mean, standard error and limits.</summary>
    public CoefficientTable Mean(double[] values, double level) => new(
        ["mean"], [Sums.Mean(values)], [Math.Sqrt(Covariance(values, values))], [Units - 1], level);

    /// <summary>Gives the share of the variance between runs that lies between parameter draws; NaN when runs do not tell.</summary>
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
    public double[] UnitMeans(double[] values)
    {
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
