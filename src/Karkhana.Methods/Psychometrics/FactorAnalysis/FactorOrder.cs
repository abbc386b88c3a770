using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Puts factors in decreasing order of their squared loadings and turns each so that its loadings do not add
/// up to less than zero.</summary>
internal static class FactorOrder
{
    public static Matrix<double> Sort(Matrix<double> loadings) =>
        Sort(loadings, Matrix<double>.Build.DenseIdentity(loadings.ColumnCount)).Loadings;

    public static (Matrix<double> Loadings, Matrix<double> Correlations) Sort(
        Matrix<double> loadings, Matrix<double> correlations)
    {
        int[] order = [.. Enumerable.Range(0, loadings.ColumnCount).OrderByDescending(factor => Squares(loadings, factor))];
        double[] signs = [.. order.Select(factor => Sums.Sum(loadings.Column(factor).ToArray()) < 0 ? -1.0 : 1.0)];
        return (
            Matrix<double>.Build.Dense(
                loadings.RowCount, order.Length, (item, factor) => signs[factor] * loadings[item, order[factor]]),
            Matrix<double>.Build.Dense(
                order.Length, order.Length, (a, b) => a == b ? 1 : signs[a] * signs[b] * correlations[order[a], order[b]]));
    }

    /// <summary>Gives the sum of the squared loadings of a factor.</summary>
    public static double Squares(Matrix<double> loadings, int factor)
    {
        double[] column = loadings.Column(factor).ToArray();
        return Sums.Dot(column, column);
    }
}
