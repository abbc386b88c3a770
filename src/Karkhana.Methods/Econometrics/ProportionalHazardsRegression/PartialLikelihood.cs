using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Cox's partial log-likelihood with gradient and observed information.</summary>
/// <remarks>Risk sets are built from the last time to the first by adding rows (and taking out those that entered only
/// later). Cost: k²/2 per row, and k² per tied event.</remarks>
internal sealed class PartialLikelihood : ISmoothObjective
{
    private readonly double[][] _columns;
    private readonly RiskOrder _order;
    private readonly RiskSums _sums;
    private readonly HazardTies _ties;

    public PartialLikelihood(double[][] columns, RiskOrder order, HazardTies ties)
    {
        (_columns, _order, _ties) = (columns, order, ties);
        _sums = new RiskSums(columns);
    }

    /// <inheritdoc/>
    public int Count => _columns.Length;

    /// <inheritdoc/>
    public double Evaluate(double[] parameters, double[] gradient, double[] information)
    {
        Array.Clear(gradient);
        Array.Clear(information);
        double total = 0;
        ForEachEvent(parameters, (row, risk) =>
        {
            total += risk.LogChance;
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] += _columns[i][row] - risk.Means[i];
                for (int j = 0; j <= i; j++)
                {
                    information[(i * Count) + j] += risk.Covariance(i, j);
                }
            }
        });
        WeightedCrossProducts.Mirror(information, Count);
        return double.IsNaN(total) ? double.NegativeInfinity : total;
    }

    /// <summary>Visits each event with the weighted means and covariances of its risk set. Of tied events each is paired with
    /// one of the fractions of their set.</summary>
    public void ForEachEvent(double[] parameters, Action<int, RiskSums> visit)
    {
        _sums.SetIndex(IndexLikelihood<LogitRow>.Index(_columns, parameters));
        _order.Walk(_sums.Clear, _sums.Enter, _sums.Leave, events =>
        {
            _sums.Tie(events);
            for (int l = 0; l < events.Count; l++)
            {
                _sums.Take(events[l], _ties == HazardTies.Efron ? (double)l / events.Count : 0);
                visit(events[l], _sums);
            }
        });
    }

    /// <summary>Gives the sums of the covariances of the risk sets, each times a number of its event and its square: the parts of
    /// the information about coefficients that drift along that number.</summary>
    public (Matrix<double> Once, Matrix<double> Twice, double[] Score) Drift(double[] parameters, double[] number)
    {
        Matrix<double> once = Matrix<double>.Build.Dense(Count, Count);
        Matrix<double> twice = Matrix<double>.Build.Dense(Count, Count);
        double[] score = new double[Count];
        ForEachEvent(parameters, (row, risk) =>
        {
            for (int i = 0; i < Count; i++)
            {
                score[i] += number[row] * (_columns[i][row] - risk.Means[i]);
                for (int j = 0; j < Count; j++)
                {
                    double covariance = risk.Covariance(i, j);
                    once[i, j] += number[row] * covariance;
                    twice[i, j] += number[row] * number[row] * covariance;
                }
            }
        });
        return (once, twice, score);
    }
}
