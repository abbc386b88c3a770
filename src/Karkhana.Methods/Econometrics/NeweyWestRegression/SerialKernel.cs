using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The middle of the covariance with errors correlated over time, in the space of Q.</summary>
internal static class SerialKernel
{
    // Σ_t s_t a_t' + a_t s_t' with a_t = s_t/2 + Σ_l w_l s_(t−l): no autocovariance matrix is formed.
    public static Matrix<double> Middle(LeastSquaresFit fit, SerialDecay decay)
    {
        (int n, int k) = (fit.Rows, fit.TermCount);
        double[][] scores = [.. Enumerable.Range(0, k).Select(term =>
            Enumerable.Range(0, n).Select(row => fit.Q.At(row, term) * fit.Residuals[row]).ToArray())];
        int last = decay.Kernel == SerialKernelKind.Bartlett ? decay.LagOf(n) : n - 1;
        double[][] sums = [.. scores.Select(score => Array.ConvertAll(score, value => value / 2))];
        for (int lag = 1; lag <= last; lag++)
        {
            double weight = decay.Weight(lag, n);
            for (int term = 0; term < k; term++)
            {
                (double[] score, double[] sum) = (scores[term], sums[term]);
                for (int row = lag; row < n; row++)
                {
                    sum[row] += weight * score[row - lag];
                }
            }
        }

        Matrix<double> half = Matrix<double>.Build.DenseOfColumnArrays(scores)
            .TransposeThisAndMultiply(Matrix<double>.Build.DenseOfColumnArrays(sums));
        return (half + half.Transpose()) * (decay.SmallSample ? n / (double)(n - k) : 1);
    }
}
