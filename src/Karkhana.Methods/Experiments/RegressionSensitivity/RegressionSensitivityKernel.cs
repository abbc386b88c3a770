using Karkhana.Core.Kernels;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>Standardised coefficients and partial correlations from the correlations of all variables.</summary>
/// <remarks>With R the correlations of the inputs and r those with the output: b = R⁻¹r, R² = r'b, and the partial correlation is
/// b_i/√(b_i² + (1 − R²)(R⁻¹)_ii), so that one inverse serves all inputs.</remarks>
internal sealed class RegressionSensitivityKernel
{
    // Below this an output that follows exactly from the inputs differs from its fit by rounding alone.
    private const double Rounding = 1e-13;

    private readonly RegressionSensitivityMethod _method;
    private readonly double[][] _columns;
    private readonly int[][]? _orders;

    public RegressionSensitivityKernel(ModelRuns runs, RegressionSensitivityMethod method)
    {
        _method = method;
        _columns = [.. runs.Inputs.Select(values => values.ToArray()), [.. runs.Output]];
        _orders = method is RegressionSensitivityMethod.Standardised or RegressionSensitivityMethod.Partial
            ? null
            : [.. _columns.Select(values => Enumerable.Range(0, values.Length).OrderBy(run => values[run]).ThenBy(run => run).ToArray())];
    }

    /// <summary>Gets the number of inputs.</summary>
    public int Inputs => _columns.Length - 1;

    /// <summary>Gives the sensitivity to each input, and R², when each run comes so often; NaN where inputs determine one another.</summary>
    public double[] Estimates(int[] counts)
    {
        double[] weights = [.. counts.Select(count => (double)count)];
        double[][] columns = _orders is null
            ? _columns
            : [.. _columns.Select((values, column) => WeightedRanks(values, _orders[column], counts))];
        Matrix<double> correlations = Correlations(columns, weights);
        Vector<double> withOutput = correlations.Column(Inputs, 0, Inputs);
        if (_method == RegressionSensitivityMethod.Spearman)
        {
            return [.. withOutput, double.NaN];
        }

        if (ItemCorrelations.Inverse(correlations.SubMatrix(0, Inputs, 0, Inputs)) is not { } inverse)
        {
            return [.. Enumerable.Repeat(double.NaN, Inputs + 1)];
        }

        Vector<double> coefficients = inverse * withOutput;
        double explained = withOutput.DotProduct(coefficients);
        double left = 1 - explained < Rounding ? 0 : 1 - explained;
        bool partial = _method is RegressionSensitivityMethod.Partial or RegressionSensitivityMethod.PartialRank;
        return [.. coefficients.Select((b, input) => partial ? Partial(b, left * inverse[input, input]) : b), Math.Min(1, explained)];
    }

    private static double Partial(double coefficient, double unexplained)
    {
        bool undefined = unexplained == 0 && Math.Abs(coefficient) < Math.Sqrt(Rounding);
        return undefined ? double.NaN : coefficient / Math.Sqrt((coefficient * coefficient) + unexplained);
    }

    private static Matrix<double> Correlations(double[][] columns, double[] weights)
    {
        double total = Sums.Sum(weights);
        double[][] centred = [.. columns.Select(values => Centred(values, weights, total))];
        double[][] weighted = [.. centred.Select(values => values.Select((value, run) => value * weights[run]).ToArray())];
        double[] lengths = [.. centred.Select((values, column) => Math.Sqrt(Sums.Dot(weighted[column], values)))];
        return Matrix<double>.Build.Dense(columns.Length, columns.Length, (row, column) => lengths[row] > 0 && lengths[column] > 0
            ? row == column ? 1 : Math.Clamp(Sums.Dot(weighted[Math.Max(row, column)], centred[Math.Min(row, column)]) / lengths[row] / lengths[column], -1, 1)
            : double.NaN);
    }

    // The mean of equal values may differ from them in the last bit; their distance from it would pass for variation.
    private static double[] Centred(double[] values, double[] weights, double total)
    {
        double drawn = values[Array.FindIndex(weights, weight => weight > 0)];
        bool varies = Enumerable.Range(0, values.Length).Any(run => weights[run] > 0 && values[run] != drawn);
        double mean = Sums.Dot(values, weights) / total;
        return varies ? [.. values.Select(value => value - mean)] : new double[values.Length];
    }

    /// <summary>Gives mid-ranks among the runs as often as they come.</summary>
    private static double[] WeightedRanks(double[] values, int[] order, int[] counts)
    {
        double[] ranks = new double[values.Length];
        long below = 0;
        for (int first = 0; first < order.Length;)
        {
            (int end, long tied) = (first, 0);
            while (end < order.Length && values[order[end]] == values[order[first]])
            {
                tied += counts[order[end++]];
            }

            for (int place = first; place < end; place++)
            {
                ranks[order[place]] = below + ((tied + 1) / 2.0);
            }

            (below, first) = (below + tied, end);
        }

        return ranks;
    }
}
