using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The middle of the covariance when each row has an error variance of its own, in the space of Q.</summary>
internal static class HeteroskedasticKernel
{
    private const double Whole = 1 - 1e-10;

    public static Matrix<double> Middle(LeastSquaresFit fit, CovarianceEstimator estimator)
    {
        (int n, int k) = (fit.Rows, fit.TermCount);
        if (estimator == CovarianceEstimator.Classical)
        {
            return Matrix<double>.Build.DenseIdentity(k) * (Sums.Dot(fit.Residuals, fit.Residuals) / (n - k));
        }

        double[] leverages = fit.Leverages();
        double[] errors = [.. fit.Residuals.Zip(leverages, (residual, leverage) =>
            residual * Math.Sqrt(Inflation(estimator, leverage, n, k)))];
        return fit.ScoreSquares(errors);
    }

    /// <summary>Says whether a row determines a coefficient alone, so that hc2 to hc4 are not defined.</summary>
    public static bool IsDefined(LeastSquaresFit fit, CovarianceEstimator estimator) =>
        estimator is CovarianceEstimator.Classical or CovarianceEstimator.Hc0 or CovarianceEstimator.Hc1
        || Array.TrueForAll(fit.Leverages(), leverage => leverage < Whole);

    private static double Inflation(
        CovarianceEstimator estimator, double leverage, double n, double k) => estimator switch
        {
            CovarianceEstimator.Hc1 => n / (n - k),
            CovarianceEstimator.Hc2 => 1 / (1 - leverage),
            CovarianceEstimator.Hc3 => 1 / ((1 - leverage) * (1 - leverage)),
            CovarianceEstimator.Hc4 => Math.Pow(1 - leverage, -Math.Min(4, n * leverage / k)),
            _ => 1,
        };
}
