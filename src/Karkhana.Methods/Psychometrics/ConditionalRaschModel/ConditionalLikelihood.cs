using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The likelihood of the answers given the raw scores, with its exact derivatives by the thresholds.</summary>
/// <remarks>With β_jc = Σ_{k ≤ c} b_jk: l = −Σ s_jc β_jc − Σ_r n_r ln γ_r(β); ∂l/∂β_jc = −s_jc + Σ_r n_r P(X_j = c | r); the
/// observed information is Σ_r n_r Cov(1[X_j = c], 1[X_k = d] | r).</remarks>
internal sealed class ConditionalLikelihood
{
    private readonly ScoreGroup[] _groups;
    private readonly double[][] _answers;
    private readonly int[] _offset; // where the steps of an item begin among all thresholds

    public ConditionalLikelihood(ScoreGroup[] groups, double[][] answers)
    {
        (_groups, _answers) = (groups, answers);
        _offset = new int[answers.Length + 1];
        for (int item = 0; item < answers.Length; item++)
        {
            _offset[item + 1] = _offset[item] + answers[item].Length - 1;
        }
    }

    /// <summary>Gets the number of thresholds.</summary>
    public int Count => _offset[^1];

    /// <summary>Gives the log-likelihood at the thresholds of all items, one after another.</summary>
    public double Value(Vector<double> thresholds)
    {
        (double[][] weights, double[][] logs) = Weights(thresholds);
        double value = 0;
        for (int item = 0; item < _answers.Length; item++)
        {
            for (int c = 0; c < _answers[item].Length; c++)
            {
                value += _answers[item][c] * logs[item][c];
            }
        }

        foreach (ScoreGroup group in _groups)
        {
            double[] gamma = Gamma(group, weights);
            for (int score = 0; score < gamma.Length; score++)
            {
                value -= group.Counts[score] == 0 ? 0 : group.Counts[score] * Math.Log(gamma[score]);
            }
        }

        return value;
    }

    /// <summary>Gives the gradient and the observed information by the thresholds.</summary>
    public (Vector<double> Gradient, Matrix<double> Information) Derivatives(Vector<double> thresholds)
    {
        (double[][] weights, _) = Weights(thresholds);
        Vector<double> gradient = Vector<double>.Build.Dense(Count);
        Matrix<double> information = Matrix<double>.Build.Dense(Count, Count);
        for (int item = 0; item < _answers.Length; item++)
        {
            for (int c = 1; c < _answers[item].Length; c++)
            {
                gradient[_offset[item] + c - 1] = -_answers[item][c];
            }
        }

        foreach (ScoreGroup group in _groups)
        {
            Add(group, weights, gradient, information);
        }

        return (Cumulated(gradient), Cumulated(Cumulated(information).Transpose()));
    }

    // Weights that add to 1 for each item: a factor per item moves neither the chances nor the likelihood.
    private (double[][] Weights, double[][] Logs) Weights(Vector<double> thresholds)
    {
        double[][] logs = [.. _answers.Select(categories => new double[categories.Length])];
        for (int item = 0; item < logs.Length; item++)
        {
            for (int c = 1; c < logs[item].Length; c++)
            {
                logs[item][c] = logs[item][c - 1] - thresholds[_offset[item] + c - 1];
            }

            double greatest = logs[item].Max();
            double total = greatest + Math.Log(logs[item].Sum(log => Math.Exp(log - greatest)));
            logs[item] = [.. logs[item].Select(log => log - total)];
        }

        return ([.. logs.Select(own => own.Select(Math.Exp).ToArray())], logs);
    }

    private static double[] Gamma(ScoreGroup group, double[][] weights)
    {
        double[][] own = [.. group.Items.Select(item => weights[item])];
        double[] gamma = ElementarySymmetric.Join(own, 0, own.Length, [1]);
        Require.That(
            group.Counts.Zip(gamma, (count, value) => count == 0 || value > 0).All(reached => reached), "responses",
            FormattableString.Invariant($"must not hold so many items that a raw score cannot be told from impossible; there were {own.Length}"));
        return gamma;
    }

    private void Add(ScoreGroup group, double[][] weights, Vector<double> gradient, Matrix<double> information)
    {
        double[][] own = [.. group.Items.Select(item => weights[item])];
        double[] perScore = [.. Gamma(group, weights).Select((value, score) => group.Counts[score] == 0 ? 0 : group.Counts[score] / value)];
        int[] places = [.. group.Items.SelectMany(item => Enumerable.Range(_offset[item], _offset[item + 1] - _offset[item]))];
        Matrix<double> chances = Chances(group, own, perScore);
        for (int i = 0; i < places.Length; i++)
        {
            double expected = chances.Row(i).Sum();
            gradient[places[i]] += expected;
            information[places[i], places[i]] += expected;
        }

        Matrix<double> shares = chances.MapIndexed((_, score, chance) => group.Counts[score] == 0 ? 0 : chance / Math.Sqrt(group.Counts[score]));
        Matrix<double> product = shares * shares.Transpose();
        for (int i = 0; i < places.Length; i++)
        {
            for (int k = 0; k < places.Length; k++)
            {
                information[places[i], places[k]] -= product[i, k];
            }
        }

        AddPairs(group, own, perScore, information);
    }

    // n_r P(X_j = c | r) for every step of the group's items (rows) and raw score (columns).
    private static Matrix<double> Chances(ScoreGroup group, double[][] own, double[] perScore)
    {
        int[] first = new int[own.Length];
        for (int i = 1; i < own.Length; i++)
        {
            first[i] = first[i - 1] + own[i - 1].Length - 1;
        }

        Matrix<double> chances = Matrix<double>.Build.Dense(first[^1] + own[^1].Length - 1, group.Counts.Length);
        ElementarySymmetric.LeaveOneOut(own, 0, own.Length, [1], (i, others) =>
        {
            for (int c = 1; c < own[i].Length; c++)
            {
                for (int rest = 0; rest < others.Length; rest++)
                {
                    chances[first[i] + c - 1, rest + c] = own[i][c] * others[rest] * perScore[rest + c];
                }
            }
        });
        return chances;
    }

    // Σ_r n_r P(X_j = c, X_k = d | r) depends on the categories by their weights and their sum alone.
    private void AddPairs(ScoreGroup group, double[][] own, double[] perScore, Matrix<double> information)
    {
        double[] before = [1];
        for (int i = 0; i < own.Length; i++)
        {
            int left = _offset[group.Items[i]] - 1;
            double[] mine = own[i];
            ElementarySymmetric.LeaveOneOut(own, i + 1, own.Length, before, (k, others) =>
            {
                int right = _offset[group.Items[k]] - 1;
                for (int sum = 2; sum <= mine.Length + own[k].Length - 2; sum++)
                {
                    double reached = 0;
                    for (int rest = 0; rest < others.Length; rest++)
                    {
                        reached += others[rest] * perScore[rest + sum];
                    }

                    for (int c = Math.Max(1, sum - own[k].Length + 1); c <= Math.Min(mine.Length - 1, sum - 1); c++)
                    {
                        double joint = mine[c] * own[k][sum - c] * reached;
                        information[left + c, right + sum - c] += joint;
                        information[right + sum - c, left + c] += joint;
                    }
                }
            });
            before = ElementarySymmetric.Join(own, i, i + 1, before);
        }
    }

    // ∂/∂b_jk = Σ_{c ≥ k} ∂/∂β_jc.
    private Vector<double> Cumulated(Vector<double> byCategory)
    {
        Vector<double> byStep = byCategory.Clone();
        for (int item = 0; item < _answers.Length; item++)
        {
            for (int at = _offset[item + 1] - 2; at >= _offset[item]; at--)
            {
                byStep[at] += byStep[at + 1];
            }
        }

        return byStep;
    }

    private Matrix<double> Cumulated(Matrix<double> byCategory) =>
        Matrix<double>.Build.DenseOfColumnVectors(byCategory.EnumerateColumns().Select(Cumulated));
}
