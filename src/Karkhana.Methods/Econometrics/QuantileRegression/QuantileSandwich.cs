using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The covariance of quantile estimates when each row has an error density of its own.</summary>
/// <remarks>τ(1 − τ) (X'FX)⁻¹ X'X (X'FX)⁻¹, f_i = 2h/(x_i'(b(τ + h) − b(τ − h))), with the bandwidth of Hall and Sheather 1988
/// for intervals of 95 %, halved until τ ± h lie inside. Source: Hendricks and Koenker 1992, doi:10.2307/2290467; Koenker 2005,
/// section 3.4.2.</remarks>
internal static class QuantileSandwich
{
    private const double Level = 0.05;
    private const double Least = 1.490116119384766e-08; // the root of the rounding unit

    public static (Matrix<double> Covariance, double Crossing) Of(LeastSquaresFit fit, double quantile, CancellationToken cancellationToken)
    {
        double bandwidth = Bandwidth(fit.Rows, quantile);
        double[] low = QuantileSimplex.Solve(fit, quantile - bandwidth, cancellationToken).Estimates;
        double[] high = QuantileSimplex.Solve(fit, quantile + bandwidth, cancellationToken).Estimates;
        double[] roots = new double[fit.Rows];
        int crossing = 0;
        for (int row = 0; row < roots.Length; row++)
        {
            double spread = 0;
            for (int term = 0; term < fit.TermCount; term++)
            {
                spread += fit.Design.Columns[term][row] * (high[term] - low[term]);
            }

            crossing += spread > 0 ? 0 : 1;
            double density = Math.Max(0, 2 * bandwidth / (spread - Least));
            roots[row] = Math.Sqrt(density / Math.Sqrt(fit.Design.Weights[row]));
        }

        Matrix<double> bread = fit.ScoreSquares(roots);
        Matrix<double> inverse = bread.ConditionNumber() < 1e14 ? bread.Inverse() : bread * double.NaN;
        return (fit.Covariance(inverse * inverse) * (quantile * (1 - quantile)), crossing / (double)fit.Rows);
    }

    private static double Bandwidth(int rows, double quantile)
    {
        double z = Normal.InvCDF(0, 1, quantile);
        double density = Normal.PDF(0, 1, z);
        double bandwidth = Math.Pow(rows, -1.0 / 3) * Math.Pow(DistributionQuantiles.TwoSidedNormal(1 - Level), 2.0 / 3)
            * Math.Pow(1.5 * density * density / ((2 * z * z) + 1), 1.0 / 3);
        while (quantile - bandwidth <= 0 || quantile + bandwidth >= 1)
        {
            bandwidth /= 2;
        }

        return bandwidth;
    }
}
