namespace Karkhana.Methods.Econometrics;

/// <summary>Log-likelihood of a cumulative link model with gradient and observed information: thresholds, then
/// coefficients.</summary>
internal sealed class CumulativeLinkLikelihood : ISmoothObjective
{
    private readonly double[][] _columns;
    private readonly int[] _categories;
    private readonly double[] _weights;
    private readonly OrderedLink _link;
    private readonly int _thresholds;
    private readonly int[] _places = new int[2];
    private readonly double[] _row;

    public CumulativeLinkLikelihood(double[][] columns, int[] categories, int count, double[] weights, OrderedLink link)
    {
        (_columns, _categories, _weights, _link) = (columns, categories, weights, link);
        _thresholds = count - 1;
        _row = new double[columns.Length];
    }

    /// <inheritdoc/>
    public int Count => _thresholds + _columns.Length;

    /// <inheritdoc/>
    public double Evaluate(double[] parameters, double[] gradient, double[] information)
    {
        for (int k = 1; k < _thresholds; k++)
        {
            if (!(parameters[k] > parameters[k - 1]))
            {
                return double.NegativeInfinity;
            }
        }

        Array.Clear(gradient);
        Array.Clear(information);
        double total = 0;
        for (int row = 0; row < _categories.Length; row++)
        {
            OrderedInterval interval = At(row, parameters);
            total += _weights[row] * interval.LogProbability;
            AddDerivatives(_weights[row], interval, gradient, information);
        }

        WeightedCrossProducts.Mirror(information, Count);
        return double.IsNaN(total) ? double.NegativeInfinity : total;
    }

    /// <summary>Gives the first derivatives of each row, one column per parameter.</summary>
    public double[][] Scores(double[] parameters)
    {
        double[][] scores = [.. Enumerable.Range(0, Count).Select(_ => new double[_categories.Length])];
        for (int row = 0; row < _categories.Length; row++)
        {
            OrderedInterval interval = At(row, parameters);
            if (_places[0] < _thresholds)
            {
                scores[_places[0]][row] = _weights[row] * interval.ByUpper;
            }

            if (_places[1] >= 0)
            {
                scores[_places[1]][row] = -_weights[row] * interval.ByLower;
            }

            for (int j = 0; j < _row.Length; j++)
            {
                scores[_thresholds + j][row] = _weights[row] * (interval.ByLower - interval.ByUpper) * _row[j];
            }
        }

        return scores;
    }

    // Fills the row and the places of its thresholds on the way.
    private OrderedInterval At(int row, double[] parameters)
    {
        int category = _categories[row];
        double mean = 0;
        for (int j = 0; j < _columns.Length; j++)
        {
            _row[j] = _columns[j][row];
            mean += _row[j] * parameters[_thresholds + j];
        }

        (_places[0], _places[1]) = (category, category - 1);
        return OrderedInterval.Of(
            _link,
            category > 0 ? parameters[category - 1] - mean : double.NegativeInfinity,
            category < _thresholds ? parameters[category] - mean : double.PositiveInfinity);
    }

    private void AddDerivatives(double weight, OrderedInterval interval, double[] gradient, double[] information)
    {
        double upper = (interval.ByUpper * interval.ByUpper) - interval.BendUpper;
        double lower = (interval.ByLower * interval.ByLower) + interval.BendLower;
        double both = -interval.ByUpper * interval.ByLower;
        AddThreshold(_places[0], (weight, interval.ByUpper, upper, upper + both), gradient, information);
        AddThreshold(_places[1], (weight, -interval.ByLower, lower, lower + both), gradient, information);
        if (_places[1] >= 0 && _places[0] < _thresholds)
        {
            information[(_places[0] * Count) + _places[1]] += weight * both;
        }

        double slopeMean = interval.ByLower - interval.ByUpper;
        double curvatureMean = upper + lower + (2 * both);
        for (int i = 0; i < _row.Length; i++)
        {
            gradient[_thresholds + i] += weight * slopeMean * _row[i];
            Span<double> target = information.AsSpan(((_thresholds + i) * Count) + _thresholds, i + 1);
            for (int j = 0; j <= i; j++)
            {
                target[j] += weight * curvatureMean * _row[i] * _row[j];
            }
        }
    }

    private void AddThreshold(
        int threshold, (double Weight, double Slope, double Curvature, double Cross) part, double[] gradient, double[] information)
    {
        if (threshold < 0 || threshold >= _thresholds)
        {
            return;
        }

        gradient[threshold] += part.Weight * part.Slope;
        information[(threshold * Count) + threshold] += part.Weight * part.Curvature;
        for (int j = 0; j < _row.Length; j++)
        {
            information[((_thresholds + j) * Count) + threshold] -= part.Weight * part.Cross * _row[j];
        }
    }
}
