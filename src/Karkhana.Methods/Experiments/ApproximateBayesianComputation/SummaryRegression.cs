using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>Scores of parameters on summaries: weighted least squares, linear or with squares, for all parameters at once.</summary>
/// <remarks>
/// Summaries are standardised and held to the range of the runs: what was observed may lie where no run does, and a square goes far
/// beyond. Summaries that hang together exactly (shares that sum to one) share their effect by a slight ridge.
/// </remarks>
internal sealed class SummaryRegression
{
    private const double Ridge = 1e-6;

    /// <summary>Runs for each coefficient below which nothing is learned.</summary>
    private const int LeastRunsPerTerm = 3;

    private readonly int[] _used;
    private readonly double[] _mean;
    private readonly double[] _scale;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly bool _squares;
    private readonly Matrix<double> _coefficients;

    private SummaryRegression(int[] used, double[][] summaries, double[][] scores, double[] weights, bool squares)
    {
        _used = used;
        _squares = squares;
        double[][] columns = [.. used.Select(place => summaries.Select(row => row[place]).ToArray())];
        _mean = [.. columns.Select(column => Sums.Mean(column))];
        _scale = [.. columns.Select(column => Math.Sqrt(Sums.Variance(column)))];
        _low = [.. columns.Select(column => column.Min())];
        _high = [.. columns.Select(column => column.Max())];
        _coefficients = Solve(summaries, scores, weights);
        ResidualDeviation = Deviations(summaries, scores, weights);
    }

    /// <summary>Gets the standard deviation of the scores that the summaries leave open, one per parameter.</summary>
    public double[] ResidualDeviation { get; }

    private int Terms => 1 + (_used.Length * (_squares ? 2 : 1));

    /// <summary>Fits; null when there are too few runs for the number of summaries.</summary>
    public static SummaryRegression? Fit(int[] used, double[][] summaries, double[][] scores, double[] weights, bool squares)
    {
        double sum = Sums.Sum(weights);
        double effective = sum * sum / weights.Aggregate(0.0, (squared, weight) => squared + (weight * weight));
        return effective >= LeastRunsPerTerm * (1 + (2 * used.Length)) ? new(used, summaries, scores, weights, squares)
            : effective >= LeastRunsPerTerm * (1 + used.Length) ? new(used, summaries, scores, weights, false)
            : null;
    }

    public void Predict(ReadOnlySpan<double> summaries, Span<double> fitted)
    {
        Span<double> terms = stackalloc double[Terms];
        Fill(summaries, terms);
        for (int parameter = 0; parameter < fitted.Length; parameter++)
        {
            double sum = 0;
            for (int term = 0; term < terms.Length; term++)
            {
                sum += terms[term] * _coefficients[term, parameter];
            }

            fitted[parameter] = sum;
        }
    }

    private void Fill(ReadOnlySpan<double> summaries, Span<double> terms)
    {
        terms[0] = 1;
        for (int i = 0; i < _used.Length; i++)
        {
            double value = summaries[_used[i]];
            double held = double.IsNaN(value) ? value : Math.Clamp(value, _low[i], _high[i]);
            double standard = _scale[i] > 0 ? (held - _mean[i]) / _scale[i] : 0 * held;
            terms[1 + i] = standard;
            if (_squares)
            {
                terms[1 + _used.Length + i] = standard * standard;
            }
        }
    }

    private Matrix<double> Solve(double[][] summaries, double[][] scores, double[] weights)
    {
        int terms = Terms;
        int parameters = scores[0].Length;
        double[,] squares = new double[terms, terms];
        double[,] products = new double[terms, parameters];
        double[] row = new double[terms];
        for (int run = 0; run < summaries.Length; run++)
        {
            Fill(summaries[run], row);
            for (int i = 0; i < terms; i++)
            {
                double weighted = weights[run] * row[i];
                for (int j = 0; j <= i; j++)
                {
                    squares[i, j] += weighted * row[j];
                    squares[j, i] = squares[i, j];
                }

                for (int parameter = 0; parameter < parameters; parameter++)
                {
                    products[i, parameter] += weighted * scores[run][parameter];
                }
            }
        }

        double ridge = Ridge * Sums.Sum(weights);
        for (int i = 1; i < terms; i++)
        {
            squares[i, i] += ridge;
        }

        return Matrix<double>.Build.DenseOfArray(squares).Cholesky().Solve(Matrix<double>.Build.DenseOfArray(products));
    }

    private double[] Deviations(double[][] summaries, double[][] scores, double[] weights)
    {
        double[] sums = new double[scores[0].Length];
        double[] fitted = new double[sums.Length];
        for (int run = 0; run < summaries.Length; run++)
        {
            Predict(summaries[run], fitted);
            for (int parameter = 0; parameter < sums.Length; parameter++)
            {
                double residual = scores[run][parameter] - fitted[parameter];
                sums[parameter] += weights[run] * residual * residual;
            }
        }

        double all = Sums.Sum(weights);
        return [.. sums.Select(sum => Math.Sqrt(sum / all))];
    }
}
