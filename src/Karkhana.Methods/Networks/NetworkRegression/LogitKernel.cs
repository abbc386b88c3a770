using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Networks;

/// <summary>The logit by maximum likelihood: Newton's steps, halved while the likelihood falls.</summary>
internal sealed class LogitKernel(double[] outcome, double[][] columns)
{
    private const int MostSteps = 25; // when a term separates ties from gaps, estimates grow for ever
    private const int MostHalvings = 30;
    private const double Tolerance = 1e-10;

    private readonly double[] _scores = new double[columns.Length];
    private readonly double[] _information = new double[columns.Length * columns.Length];

    public DyadFit Fit(double[] start)
    {
        double[] estimates = [.. start];
        double deviance = Pass(estimates);
        bool converged = false;
        Matrix<double> covariance = Inverse();
        for (int step = 0; step < MostSteps && !converged && double.IsFinite(deviance); step++)
        {
            double[] move = [.. covariance * Vector<double>.Build.DenseOfArray(_scores)];
            (double[] next, double reached) = Move(estimates, move, deviance);
            covariance = Inverse();
            converged = true;
            for (int term = 0; term < next.Length; term++)
            {
                converged &= Math.Abs(next[term] - estimates[term]) <= Tolerance * (1 + Math.Abs(next[term]));
            }

            (estimates, deviance) = (next, reached);
        }

        return new DyadFit(estimates, [.. covariance.Diagonal().Select(Math.Sqrt)], double.NaN, deviance, converged);
    }

    private (double[] Next, double Deviance) Move(double[] estimates, double[] move, double deviance)
    {
        double share = 1;
        for (int halving = 0; ; halving++)
        {
            double[] next = [.. estimates.Zip(move, (estimate, step) => estimate + (share * step))];
            double reached = Pass(next);
            if (reached <= deviance * (1 + Tolerance) || halving == MostHalvings)
            {
                return (next, reached);
            }

            share /= 2;
        }
    }

    private Matrix<double> Inverse() => Matrix<double>.Build.Dense(columns.Length, columns.Length, _information).Inverse();

    /// <summary>Computes deviance, scores and information at some estimates.</summary>
    private double Pass(double[] estimates)
    {
        Array.Clear(_scores);
        Array.Clear(_information);
        double deviance = 0;
        for (int pair = 0; pair < outcome.Length; pair++)
        {
            double predictor = 0;
            for (int term = 0; term < columns.Length; term++)
            {
                predictor += estimates[term] * columns[term][pair];
            }

            double odds = Math.Exp(-Math.Abs(predictor));
            double probability = predictor >= 0 ? 1 / (1 + odds) : odds / (1 + odds);
            bool agrees = predictor >= 0 == (outcome[pair] == 1);
            deviance += 2 * ((agrees ? 0 : Math.Abs(predictor)) + Math.Log(1 + odds));
            Add(pair, outcome[pair] - probability, odds / ((1 + odds) * (1 + odds)));
        }

        return deviance;
    }

    private void Add(int pair, double residual, double weight)
    {
        for (int term = 0; term < columns.Length; term++)
        {
            double value = columns[term][pair];
            _scores[term] += residual * value;
            for (int other = 0; other < columns.Length; other++)
            {
                _information[(term * columns.Length) + other] += weight * value * columns[other][pair];
            }
        }
    }
}
