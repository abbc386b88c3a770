using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Log-likelihood of the cumulative logit model with gradient and observed information.</summary>
/// <remarks>With u = t_k − x'b and l = t_{k−1} − x'b, P = σ(u)σ(−l)(1 − exp(l − u)): no digits are lost where both
/// cumulative probabilities are near 0 or 1, and σ'(u)/P, σ'(l)/P stay finite.</remarks>
internal sealed class CumulativeLogitLikelihood
{
    private readonly double[][] _columns;
    private readonly int[] _categories;
    private readonly double[] _weights;
    private readonly int _thresholds;
    private readonly int[] _places = new int[2];
    private readonly double[] _row;
    private readonly double[] _information; // the lower triangle, row after row

    public CumulativeLogitLikelihood(double[][] columns, int[] categories, int count, double[] weights)
    {
        _columns = columns;
        _categories = categories;
        _weights = weights;
        _thresholds = count - 1;
        _row = new double[columns.Length];
        Gradient = new double[_thresholds + columns.Length];
        _information = new double[Gradient.Length * Gradient.Length];
    }

    public double[] Gradient { get; }

    public Matrix<double> Information => Matrix<double>.Build.Dense(
        Gradient.Length, Gradient.Length, (i, j) => _information[(Math.Max(i, j) * Gradient.Length) + Math.Min(i, j)]);

    /// <summary>Evaluates at thresholds and coefficients.</summary>
    /// <returns>The log-likelihood; −∞ when the thresholds are out of order.</returns>
    public double Evaluate(double[] estimate)
    {
        for (int k = 1; k < _thresholds; k++)
        {
            if (!(estimate[k] > estimate[k - 1]))
            {
                return double.NegativeInfinity;
            }
        }

        Array.Clear(Gradient);
        Array.Clear(_information);
        double total = 0;
        for (int row = 0; row < _categories.Length; row++)
        {
            total += _weights[row] * Add(row, estimate);
        }

        return double.IsNaN(total) ? double.NegativeInfinity : total;
    }

    private double Add(int row, double[] estimate)
    {
        int category = _categories[row];
        double mean = 0;
        for (int j = 0; j < _columns.Length; j++)
        {
            _row[j] = _columns[j][row];
            mean += _row[j] * estimate[_thresholds + j];
        }

        double upper = category < _thresholds ? estimate[category] - mean : double.PositiveInfinity;
        double lower = category > 0 ? estimate[category - 1] - mean : double.NegativeInfinity;
        double gap = double.IsInfinity(upper) || double.IsInfinity(lower) ? 1 : 1 - Math.Exp(lower - upper);
        (double below, double beyond) = Sides(upper);
        (double under, double above) = Sides(lower);
        double byUpper = beyond / (above * gap);
        double byLower = under / (below * gap);
        (_places[0], _places[1]) = (category, category - 1);
        AddDerivatives(_weights[row], (byUpper, -byLower), new Curvature(
            -byUpper * (1 - (2 * below) - byUpper), -byUpper * byLower, byLower * ((2 * above) - 1 + byLower)));
        double chance = below * above * gap;
        return chance > 1e-290 ? Math.Log(chance) : Math.Log(below) + Math.Log(above) + Math.Log(gap);
    }

    // σ(x) and σ(−x) from one exponential, both to full precision.
    private static (double Below, double Above) Sides(double x)
    {
        double small = Math.Exp(-Math.Abs(x));
        double great = 1 / (1 + small);
        return x >= 0 ? (great, small * great) : (small * great, great);
    }

    private void AddDerivatives(double weight, (double Upper, double Lower) slope, Curvature curvature)
    {
        AddThreshold(_places[0], weight, slope.Upper, curvature.Upper, curvature.Upper + curvature.Both);
        AddThreshold(_places[1], weight, slope.Lower, curvature.Lower, curvature.Lower + curvature.Both);
        if (_places[1] >= 0 && _places[0] < _thresholds)
        {
            _information[(_places[0] * Gradient.Length) + _places[1]] += weight * curvature.Both;
        }

        double slopeMean = -(slope.Upper + slope.Lower);
        double curvatureMean = curvature.Upper + curvature.Lower + (2 * curvature.Both);
        for (int i = 0; i < _row.Length; i++)
        {
            Gradient[_thresholds + i] += weight * slopeMean * _row[i];
            Span<double> information = _information.AsSpan(((_thresholds + i) * Gradient.Length) + _thresholds, i + 1);
            for (int j = 0; j <= i; j++)
            {
                information[j] += weight * curvatureMean * _row[i] * _row[j];
            }
        }
    }

    private void AddThreshold(int threshold, double weight, double slope, double curvature, double cross)
    {
        if (threshold < 0 || threshold >= _thresholds)
        {
            return;
        }

        Gradient[threshold] += weight * slope;
        _information[(threshold * Gradient.Length) + threshold] += weight * curvature;
        for (int j = 0; j < _row.Length; j++)
        {
            _information[((_thresholds + j) * Gradient.Length) + threshold] -= weight * cross * _row[j];
        }
    }

    /// <summary>Minus the second derivatives of ln P by u, by l, and by both.</summary>
    private readonly record struct Curvature(double Upper, double Both, double Lower);
}
