namespace Karkhana.Methods.Psychometrics;

/// <summary>The estimates in threshold form with their covariance by the delta method.</summary>
/// <remarks>b_c = −δ_c/a with δ_c = d_c, or d_c − d_{c−1} in the partial credit family; g from its logit; σ² from ln σ;
/// coefficients per unit of the covariate.</remarks>
internal sealed class ThresholdForm
{
    private readonly EstimationData _data;
    private readonly FittedParameters _fitted;
    private readonly IReadOnlyList<string> _covariates;
    private readonly List<(ParameterTerm Term, (int Index, double Derivative)[] Derivatives)> _terms = [];

    private ThresholdForm(EstimationData data, FittedParameters fitted, IReadOnlyList<string> covariates)
    {
        _data = data;
        _fitted = fitted;
        _covariates = covariates;
    }

    /// <summary>Transforms the estimates: one term per free parameter, in the order of the layout.</summary>
    public static (IReadOnlyList<ParameterTerm> Terms, double[][] Covariance) Of(
        EstimationData data, FittedParameters fitted, IReadOnlyList<string> covariates)
    {
        ThresholdForm form = new(data, fitted, covariates);
        form.AddItems();
        form.AddPopulation();
        double[][] covariance = form.Propagate();
        return ([.. form._terms.Select((term, at) => term.Term with { StdError = Math.Sqrt(covariance[at][at]) })], covariance);
    }

    private void AddItems()
    {
        int known = -1;
        for (int at = 0; at < _fitted.Layout.Instances.Length; at++)
        {
            ItemInstance instance = _fitted.Layout.Instances[at];
            string item = _data.Responses.Items[instance.Item];
            string group = instance.Group < 0 ? "" : _data.Groups[instance.Group];
            int slope = instance.Indices[0];
            if (slope > known)
            {
                bool shared = at + 1 < _fitted.Layout.Instances.Length && _fitted.Layout.Instances[at + 1].Indices[0] == slope;
                Add(ParameterTermKind.Slope, shared ? "" : item, 0, shared ? "" : group, _fitted.Values[slope], (slope, 1));
                known = slope;
            }

            AddThresholds(instance, _fitted.Instances[at], item, group);
            if (_fitted.Layout.Model == ItemModel.ThreeParameter)
            {
                double guess = ResponseCurves.Logistic(_fitted.Instances[at][2]);
                Add(ParameterTermKind.Guessing, item, 0, group, guess, (instance.Indices[2], guess * (1 - guess)));
            }
        }
    }

    private void AddThresholds(ItemInstance instance, double[] own, string item, string group)
    {
        double[] thresholds = Thresholds(_fitted.Layout.Model, own, instance.Categories);
        for (int c = 1; c < instance.Categories; c++)
        {
            List<(int, double)> derivatives = [(instance.Indices[c], -1 / own[0])];
            if (_fitted.Layout.Model.IsPartialCredit() && c > 1)
            {
                derivatives.Add((instance.Indices[c - 1], 1 / own[0]));
            }

            if (instance.Indices[0] >= 0)
            {
                derivatives.Add((instance.Indices[0], -thresholds[c - 1] / own[0]));
            }

            Add(ParameterTermKind.Threshold, item, c, group, thresholds[c - 1], [.. derivatives]);
        }
    }

    private void AddPopulation()
    {
        PopulationDesign population = _fitted.Layout.Population;
        int focal = _data.Groups.Length - 1;
        for (int term = 0; term < population.MeanIndices.Length; term++)
        {
            int index = population.MeanIndices[term];
            if (term < focal)
            {
                Add(ParameterTermKind.Mean, "", 0, _data.Groups[term + 1], _fitted.Values[index], (index, 1));
            }
            else
            {
                double unit = 1 / _data.Scales[term - focal].Scale;
                _terms.Add((
                    new ParameterTerm(ParameterTermKind.Coefficient, "", 0, "", _covariates[term - focal], unit * _fitted.Values[index], double.NaN),
                    [(index, unit)]));
            }
        }

        for (int group = 0; group < _data.Groups.Length; group++)
        {
            int index = population.LogDeviationIndices[group];
            if (index >= 0)
            {
                double variance = Math.Exp(2 * _fitted.Values[index]);
                Add(ParameterTermKind.Variance, "", 0, _data.Groups[group], variance, (index, 2 * variance));
            }
        }
    }

    /// <summary>Gives the thresholds of an item in slope-intercept form.</summary>
    public static double[] Thresholds(ItemModel model, double[] own, int categories)
    {
        double[] thresholds = new double[categories - 1];
        for (int c = 1; c < categories; c++)
        {
            thresholds[c - 1] = -(own[c] - (model.IsPartialCredit() && c > 1 ? own[c - 1] : 0)) / own[0];
        }

        return thresholds;
    }

    private void Add(
        ParameterTermKind kind, string item, int step, string group, double estimate, params (int, double)[] derivatives) =>
        _terms.Add((new ParameterTerm(kind, item, step, group, "", estimate, double.NaN), derivatives));

    private double[][] Propagate()
    {
        double[][]? covariance = _fitted.Covariance;
        int count = _terms.Count;
        double[][] result = [.. _terms.Select(_ => new double[count])];
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sum = covariance is null ? double.NaN : 0;
                foreach ((int index, double derivative) in _terms[row].Derivatives)
                {
                    foreach ((int other, double by) in _terms[column].Derivatives)
                    {
                        sum += covariance is null ? 0 : derivative * by * covariance[index][other];
                    }
                }

                result[row][column] = result[column][row] = sum;
            }
        }

        return result;
    }
}
