using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>The coefficients and error variance of a regression with constant, estimated or drawn from their posterior.</summary>
/// <remarks>By the normal equations of the centred columns, for draws and starting values only: estimates that are reported come from
/// an orthogonal factorisation. A column that others determine gets next to no coefficient.</remarks>
internal sealed record DrawnRegression(double[] Estimates, double Variance)
{
    private const double Ridge = 1e-9;

    public static DrawnRegression LeastSquares(double[][] columns, double[] outcome) => Fit(columns, outcome).Regression;

    public static DrawnRegression Posterior(double[][] columns, double[] outcome, RandomStream stream)
    {
        (DrawnRegression fit, Cholesky<double>? root, double[] means) = Fit(columns, outcome);
        int degrees = outcome.Length - columns.Length - 1;
        double chiSquare = 0;
        for (int i = 0; i < degrees; i++)
        {
            double normal = stream.NextGaussian();
            chiSquare += normal * normal;
        }

        double variance = fit.Variance * degrees / chiSquare;
        double sigma = Math.Sqrt(variance);
        double[] drawn = [.. fit.Estimates];
        drawn[0] += sigma / Math.Sqrt(outcome.Length) * stream.NextGaussian();
        if (root is not null)
        {
            Vector<double> noise = Vector<double>.Build.Dense(columns.Length, _ => sigma * stream.NextGaussian());
            Vector<double> move = root.Factor.Transpose().Solve(noise);
            for (int i = 0; i < columns.Length; i++)
            {
                drawn[i + 1] += move[i];
                drawn[0] -= move[i] * means[i];
            }
        }

        return new DrawnRegression(drawn, variance);
    }

    public double[] Fitted(double[][] columns, int rows)
    {
        double[] fitted = new double[rows];
        Array.Fill(fitted, Estimates[0]);
        for (int i = 0; i < columns.Length; i++)
        {
            double estimate = Estimates[i + 1];
            double[] column = columns[i];
            for (int row = 0; row < fitted.Length; row++)
            {
                fitted[row] += estimate * column[row];
            }
        }

        return fitted;
    }

    private static (DrawnRegression Regression, Cholesky<double>? Root, double[] Means) Fit(double[][] columns, double[] outcome)
    {
        int n = outcome.Length;
        double[] means = [.. columns.Select(column => Sums.Mean(column))];
        double mean = Sums.Mean(outcome);
        double[][] centred = [.. columns.Select((column, i) => column.Select(value => value - means[i]).ToArray())];
        double[] rest = [.. outcome.Select(value => value - mean)];
        Matrix<double> cross = Matrix<double>.Build.Dense(columns.Length, columns.Length);
        for (int i = 0; i < columns.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                cross[i, j] = cross[j, i] = Sums.Dot(centred[i], centred[j]);
            }

            cross[i, i] = (cross[i, i] * (1 + Ridge)) + Ridge;
        }

        if (columns.Length == 0)
        {
            return (new DrawnRegression([mean], Sums.Dot(rest, rest) / (n - 1)), null, means);
        }

        Cholesky<double> root = cross.Cholesky();
        Vector<double> slopes = root.Solve(Vector<double>.Build.Dense(columns.Length, i => Sums.Dot(centred[i], rest)));
        double[] estimates = [mean - Sums.Dot(means, slopes.ToArray()), .. slopes];
        for (int i = 0; i < columns.Length; i++)
        {
            for (int row = 0; row < n; row++)
            {
                rest[row] -= slopes[i] * centred[i][row];
            }
        }

        return (new DrawnRegression(estimates, Sums.Dot(rest, rest) / (n - columns.Length - 1)), root, means);
    }
}
