using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>What a chain does in the long run.</summary>
internal static class LongRun
{
    /// <summary>Gives the share of time in each state; NaN when it depends on the start.</summary>
    /// <remarks>
    /// States are taken out one by one and their probability dealt to the others: only sums, products and quotients of positive
    /// numbers, so that even rare states keep all digits. Source: Grassmann, Taksar and Heyman 1985, doi:10.1287/opre.33.5.1107.
    /// </remarks>
    public static double[] Stationary(Matrix<double> matrix, StateClasses classes)
    {
        double[] whole = new double[matrix.RowCount];
        if (classes.Closed.Length != 1)
        {
            Array.Fill(whole, double.NaN);
            return whole;
        }

        int[] states = classes.Closed[0];
        double[,] left = new double[states.Length, states.Length];
        for (int i = 0; i < states.Length; i++)
        {
            for (int j = 0; j < states.Length; j++)
            {
                left[i, j] = matrix[states[i], states[j]];
            }
        }

        double[] weights = Weights(left);
        double total = Sums.Sum(weights);
        for (int i = 0; i < states.Length; i++)
        {
            whole[states[i]] = weights[i] / total;
        }

        return whole;
    }

    /// <summary>Gives the mean steps from each state to each other; infinite where it may never be reached, 0 on the diagonal.</summary>
    public static double[] MeanFirstPassage(Matrix<double> matrix, StateClasses classes, double[] stationary)
    {
        int n = matrix.RowCount;
        double[] steps = new double[n * n];
        Matrix<double>? fundamental = classes.IsIrreducible ? Fundamental(matrix, stationary) : null;
        for (int to = 0; to < n; to++)
        {
            double[] own = fundamental is null
                ? StepsTo(matrix, classes.Surely(to), to)
                : [.. Enumerable.Range(0, n).Select(from => (fundamental[to, to] - fundamental[from, to]) / stationary[to])];
            for (int from = 0; from < n; from++)
            {
                steps[(from * n) + to] = from == to ? 0 : own[from];
            }
        }

        return steps;
    }

    /// <summary>Gives the moduli of the eigenvalues, greatest first.</summary>
    public static double[] Moduli(Matrix<double> matrix) =>
        [.. matrix.Evd().EigenValues.Select(value => value.Magnitude).OrderDescending()];

    private static Matrix<double> Fundamental(Matrix<double> matrix, double[] stationary) =>
        Matrix<double>.Build.Dense(
            matrix.RowCount, matrix.RowCount, (i, j) => (i == j ? 1 : 0) - matrix[i, j] + stationary[j]).Inverse();

    /// <summary>Solves m_i = 1 + Σ p_ik m_k over the states from which the target is reached with certainty.</summary>
    private static double[] StepsTo(Matrix<double> matrix, bool[] surely, int target)
    {
        double[] steps = [.. surely.Select(sure => sure ? 0 : double.PositiveInfinity)];
        int[] open = [.. Enumerable.Range(0, surely.Length).Where(state => surely[state] && state != target)];
        if (open.Length == 0)
        {
            return steps;
        }

        Matrix<double> rest = Matrix<double>.Build.Dense(
            open.Length, open.Length, (i, j) => (i == j ? 1 : 0) - matrix[open[i], open[j]]);
        Vector<double> solved = rest.Solve(Vector<double>.Build.Dense(open.Length, 1));
        for (int i = 0; i < open.Length; i++)
        {
            steps[open[i]] = solved[i];
        }

        return steps;
    }

    private static double[] Weights(double[,] left)
    {
        int n = left.GetLength(0);
        double[] weights = new double[n];
        for (int last = n - 1; last > 0; last--)
        {
            double leaving = 0;
            for (int j = 0; j < last; j++)
            {
                leaving += left[last, j];
            }

            for (int i = 0; i < last; i++)
            {
                left[i, last] /= leaving;
                for (int j = 0; j < last; j++)
                {
                    left[i, j] += left[i, last] * left[last, j];
                }
            }
        }

        weights[0] = 1;
        for (int state = 1; state < n; state++)
        {
            for (int i = 0; i < state; i++)
            {
                weights[state] += weights[i] * left[i, state];
            }
        }

        return weights;
    }
}
