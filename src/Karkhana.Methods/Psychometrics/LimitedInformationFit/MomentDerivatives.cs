using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Derivatives of the moments under the model by its free parameters.</summary>
/// <remarks>
/// In slope and intercepts, which span the same directions as slope and thresholds: x_c = aθ + d_c. Cumulative models
/// P(X ≥ c) = g + (1 − g)σ(x_c); partial credit P_c ∝ exp(caθ + d_c). The weights of the grid change with a free latent
/// variance σ² by w_q(θ_q² − Σ wθ²)/(2σ⁴).
/// </remarks>
internal sealed class MomentDerivatives
{
    private readonly ModelledResponses _modelled;
    private readonly MomentSet _set;
    private readonly List<double[]> _columns = [];

    private MomentDerivatives(ModelledResponses modelled, MomentSet set)
    {
        _modelled = modelled;
        _set = set;
    }

    /// <summary>Gives one column per free parameter.</summary>
    public static double[][] Of(ModelledResponses modelled, MomentSet set, double latentVariance, bool equalSlopes)
    {
        MomentDerivatives derivatives = new(modelled, set);
        double[] common = new double[set.Moments.Length];
        for (int item = 0; item < modelled.Items; item++)
        {
            derivatives.AddItem(item, equalSlopes ? common : null);
        }

        if (modelled.Model.HasUnitSlopes())
        {
            derivatives._columns.Add(derivatives.ByVariance(latentVariance));
        }
        else if (equalSlopes)
        {
            derivatives._columns.Add(common);
        }

        return [.. derivatives._columns];
    }

    private void AddItem(int item, double[]? common)
    {
        int steps = _modelled.Responses.CategoryCount(item) - 1;
        double[] slope = new double[_set.Moments.Length];
        for (int step = 1; step <= steps; step++)
        {
            double[][] byIntercept = ByIntercept(item, step);
            _columns.Add(Column(item, byIntercept));
            // x_c holds aθ once (cumulative) or c times (partial credit).
            double times = _modelled.Model.IsPartialCredit() ? step : 1;
            AddTo(slope, Column(item, [.. byIntercept.Select(curve => curve.Zip(_modelled.Grid.Nodes, (value, node) => times * value * node).ToArray())]));
        }

        if (!_modelled.Model.HasUnitSlopes() && common is null)
        {
            _columns.Add(slope);
        }
        else if (common is not null)
        {
            AddTo(common, slope);
        }

        if (_modelled.Model == ItemModel.ThreeParameter)
        {
            double reach = 1 - _modelled.Parameters.Guessing[item];
            double[] fail = [.. _modelled.Curve(item, 0).ToArray().Select(chance => chance / reach)];
            _columns.Add(Column(item, [[.. fail.Select(chance => -chance)], fail]));
        }
    }

    // dP_c/dd_step over the nodes, by category.
    private double[][] ByIntercept(int item, int step)
    {
        int categories = _modelled.Responses.CategoryCount(item);
        double[][] derivative = [.. Enumerable.Range(0, categories).Select(_ => new double[_modelled.Grid.Count])];
        for (int q = 0; q < _modelled.Grid.Count; q++)
        {
            if (_modelled.Model.IsPartialCredit())
            {
                double own = _modelled.Curve(item, step)[q];
                for (int c = 0; c < categories; c++)
                {
                    derivative[c][q] = own * ((c == step ? 1 : 0) - _modelled.Curve(item, c)[q]);
                }
            }
            else
            {
                double pass = ResponseCurves.Logistic(
                    _modelled.Parameters.Slopes[item] * (_modelled.Grid.Nodes[q] - _modelled.Parameters.Thresholds[item][step - 1]));
                double density = (1 - _modelled.Parameters.Guessing[item]) * pass * (1 - pass);
                (derivative[step - 1][q], derivative[step][q]) = (-density, density);
            }
        }

        return derivative;
    }

    private double[] Column(int item, double[][] byCategory)
    {
        double[] mean = new double[_modelled.Grid.Count];
        for (int c = 1; c < byCategory.Length; c++)
        {
            for (int q = 0; q < mean.Length; q++)
            {
                mean[q] += c * byCategory[c][q] * _modelled.Grid.Weights[q];
            }
        }

        return [.. _set.Moments.Select(moment => (moment.IsPair, moment.First == item, moment.Second == item) switch
        {
            (true, true, _) => Sums.Dot(mean, _set.Mean(moment.Second)),
            (true, _, true) => Sums.Dot(mean, _set.Mean(moment.First)),
            (false, true, _) => Sums.Dot(byCategory[moment.Category], _modelled.Grid.Weights),
            _ => 0,
        })];
    }

    private double[] ByVariance(double variance)
    {
        double[] squares = [.. _modelled.Grid.Nodes.Select(node => node * node)];
        double second = Sums.Dot(squares, _modelled.Grid.Weights);
        double[] change = [.. squares.Zip(
            _modelled.Grid.Weights, (square, weight) => weight * (square - second) / (2 * variance * variance))];
        return [.. _set.Conditional.Select(row => Sums.Dot(row, change))];
    }

    private static void AddTo(double[] sum, double[] column)
    {
        for (int a = 0; a < sum.Length; a++)
        {
            sum[a] += column[a];
        }
    }
}
