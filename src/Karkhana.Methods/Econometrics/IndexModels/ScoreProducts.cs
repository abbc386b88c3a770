using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The middle of a sandwich: Σ_g s_g s_g' with the scores of the rows of a cluster added up.</summary>
internal static class ScoreProducts
{
    /// <summary>Gives the middle.</summary>
    /// <param name="scores">One column per parameter, times the weights.</param>
    /// <param name="groups">The clusters; null takes every observation for itself, also those that one row stands
    /// for.</param>
    /// <param name="weights">How many observations each row stands for.</param>
    public static Matrix<double> Middle(double[][] scores, ClusterGroups? groups, double[] weights)
    {
        double[][] sums = groups is null
            ? [.. scores.Select(column => column.Zip(weights, (score, weight) => score / Math.Sqrt(weight)).ToArray())]
            : [.. scores.Select(column => Sum(column, groups))];
        return Matrix<double>.Build.Dense(sums.Length, sums.Length, (i, j) => Sums.Dot(sums[Math.Max(i, j)], sums[Math.Min(i, j)]));
    }

    private static double[] Sum(double[] column, ClusterGroups groups)
    {
        double[] sums = new double[groups.Count];
        for (int row = 0; row < column.Length; row++)
        {
            sums[groups.ByRow[row]] += column[row];
        }

        return sums;
    }
}
