using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Compares the changes of treated and comparison units given covariates, with the influence of each unit.</summary>
/// <remarks>
/// Doubly robust: mean over treated of (change − fitted) less the mean over comparison units of the same, weighted by odds
/// p/(1 − p); fitted by least squares on comparison units, p by logit. Regression drops the second mean, inverse probability
/// takes 0 as fitted. The influences carry what the two first steps add.
/// Source: Sant'Anna and Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, theorem 1 and remarks.
/// </remarks>
internal sealed class ChangeComparison
{
    private const double AliasTolerance = 1e-10;
    private const double MostProbable = 0.999;

    private readonly double[] _change;
    private readonly bool[] _treated;
    private readonly double[][] _columns;
    private readonly double[] _probability;
    private readonly double[] _fitted;

    private ChangeComparison(double[] change, bool[] treated, double[][] columns, GroupTimeEstimator estimator)
    {
        (_change, _treated, _columns) = (change, treated, columns);
        _fitted = estimator == GroupTimeEstimator.InverseProbability ? new double[change.Length] : Fitted();
        _probability = estimator == GroupTimeEstimator.OutcomeRegression ? new double[change.Length] : Probabilities();
        HasOverlap = HasOverlap && !_probability.Where((probability, row) => !treated[row] && probability > MostProbable).Any();
        double share = treated.Count(is1 => is1) / (double)change.Length;
        double[] treatedWeights = [.. treated.Select(is1 => is1 ? 1.0 : 0)];
        double[] own = Influences(treatedWeights, share, out double first, out double[] slope);
        Influence = Add(own, estimator == GroupTimeEstimator.InverseProbability ? null : OfRegression(slope), -1 / share);
        Estimate = first;
        if (estimator != GroupTimeEstimator.OutcomeRegression)
        {
            Subtract(estimator);
        }
    }

    public double Estimate { get; private set; }

    /// <summary>Gets the influence of each row; they add up to 0.</summary>
    public double[] Influence { get; private set; }

    /// <summary>Gets a value indicating whether no covariate tells treated and comparison units apart for sure.</summary>
    public bool HasOverlap { get; private set; } = true;

    /// <summary>Compares; null when there are too few comparison units for the covariates.</summary>
    /// <param name="change">The change of each row.</param>
    /// <param name="treated">Whether it is treated.</param>
    /// <param name="covariates">The constant and the covariates; those that comparison units determine are left out.</param>
    /// <param name="estimator">How they enter.</param>
    public static ChangeComparison? Of(double[] change, bool[] treated, double[][] covariates, GroupTimeEstimator estimator)
    {
        int[] comparison = [.. Enumerable.Range(0, treated.Length).Where(row => !treated[row])];
        double[][] scaled = [.. covariates.Select((column, place) => place == 0 ? column : Standardised(column))];
        double[][] among = [.. scaled.Select(column => ModelColumns.At(column, comparison))];
        bool[] aliased = comparison.Length == 0 ? [] : OrthonormalColumns.Of(among, AliasTolerance).Aliased;
        double[][] columns = [.. scaled.Where((_, place) => comparison.Length > 0 && !aliased[place])];
        return comparison.Length == treated.Length || columns.Length == 0 || comparison.Length <= columns.Length - 1
            ? null
            : new ChangeComparison(change, treated, columns, estimator);
    }

    // The second mean: comparison units weighted by their odds.
    private void Subtract(GroupTimeEstimator estimator)
    {
        double[] odds = [.. _probability.Select((probability, row) => _treated[row] ? 0 : probability / (1 - probability))];
        double mean = Sums.Mean(odds);
        double[] own = Influences(odds, mean, out double second, out double[] slope);
        if (estimator == GroupTimeEstimator.DoublyRobust)
        {
            own = Add(own, OfRegression(slope), -1 / mean);
        }

        double[] byOdds = Averages(row => odds[row] * (_change[row] - _fitted[row] - second));
        own = Add(own, OfProbability(byOdds), 1 / mean);
        Influence = Add(Influence, own, -1);
        Estimate -= second;
    }

    // w(change − fitted − mean)/average w, and the average of w x, by which the fitted part enters.
    private double[] Influences(double[] weights, double average, out double mean, out double[] slope)
    {
        double[] left = [.. _change.Select((value, row) => weights[row] * (value - _fitted[row]))];
        double centre = Sums.Mean(left) / average;
        mean = centre;
        slope = Averages(row => weights[row]);
        return [.. left.Select((value, row) => (value - (weights[row] * centre)) / average)];
    }

    private double[] Averages(Func<int, double> weight)
    {
        double[] weights = [.. Enumerable.Range(0, _change.Length).Select(weight)];
        return [.. _columns.Select(column => Sums.Dot(column, weights) / weights.Length)];
    }

    private double[] OfRegression(double[] slope) => Project(slope, row => _treated[row] ? 0 : 1, row => _treated[row] ? 0 : _change[row] - _fitted[row]);

    private double[] OfProbability(double[] slope) =>
        Project(slope, row => _probability[row] * (1 - _probability[row]), row => (_treated[row] ? 1 : 0) - _probability[row]);

    // x'(Σ w x x'/n)⁻¹ slope times the residual of each row.
    private double[] Project(double[] slope, Func<int, double> weight, Func<int, double> residual)
    {
        Vector<double> direction = CrossProducts(weight).Solve(Vector<double>.Build.Dense(slope));
        double[] values = new double[_change.Length];
        for (int row = 0; row < values.Length; row++)
        {
            double index = 0;
            for (int term = 0; term < _columns.Length; term++)
            {
                index += _columns[term][row] * direction[term];
            }

            values[row] = index * residual(row);
        }

        return values;
    }

    private Matrix<double> CrossProducts(Func<int, double> weight)
    {
        double[] weights = [.. Enumerable.Range(0, _change.Length).Select(weight)];
        return Matrix<double>.Build.Dense(_columns.Length, _columns.Length, (row, column) =>
            Sums.Dot(weights, [.. _columns[row].Select((value, at) => value * _columns[column][at])]) / weights.Length);
    }

    private double[] Fitted()
    {
        double[] moments = Averages(row => _treated[row] ? 0 : _change[row]);
        Vector<double> estimates = CrossProducts(row => _treated[row] ? 0 : 1).Solve(Vector<double>.Build.Dense(moments));
        return [.. Enumerable.Range(0, _change.Length).Select(row => _columns.Select((column, term) => column[row] * estimates[term]).Sum())];
    }

    private double[] Probabilities()
    {
        double[] outcome = [.. _treated.Select(is1 => is1 ? 1.0 : 0)];
        if (_columns.Length == 1)
        {
            return [.. Enumerable.Repeat(Sums.Mean(outcome), outcome.Length)];
        }

        BinaryFit fit = BinaryFit.Fit(_columns, hasConstant: true, outcome, [.. Enumerable.Repeat(1.0, outcome.Length)], (BinaryLink.Logit, 0));
        HasOverlap = fit.Separation is null;
        return fit.Probabilities;
    }

    private static double[] Standardised(double[] column)
    {
        double mean = Sums.Mean(column);
        double spread = Math.Sqrt(Sums.Variance(column));
        return spread > 0 ? [.. column.Select(value => (value - mean) / spread)] : new double[column.Length];
    }

    private static double[] Add(double[] values, double[]? others, double factor) =>
        others is null ? values : [.. values.Select((value, row) => value + (factor * others[row]))];
}
