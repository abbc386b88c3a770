using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The covariance of maximum-likelihood estimates by the information or by the scores of the rows.</summary>
internal static class LikelihoodSandwich
{
    /// <summary>Gives the covariance.</summary>
    /// <param name="inverse">The inverse of the information.</param>
    /// <param name="scores">Makes the scores, one column per parameter, times the weights.</param>
    /// <param name="estimator">The estimator.</param>
    /// <param name="sample">The observations, with their clusters.</param>
    /// <param name="rows">The rows used.</param>
    /// <param name="weights">How many observations each of them stands for.</param>
    public static Matrix<double> Covariance(
        Matrix<double> inverse,
        Func<double[][]> scores,
        LikelihoodCovariance estimator,
        RegressionSample sample,
        int[] rows,
        double[] weights)
    {
        if (estimator == LikelihoodCovariance.Information)
        {
            return inverse;
        }

        ClusterGroups? groups = estimator == LikelihoodCovariance.Cluster ? SampleClusters.One(sample, rows) : null;
        Matrix<double> covariance = inverse * ScoreProducts.Middle(scores(), groups, weights) * inverse;
        return covariance * (groups is null ? 1 : SampleClusters.Factor(groups));
    }
}
