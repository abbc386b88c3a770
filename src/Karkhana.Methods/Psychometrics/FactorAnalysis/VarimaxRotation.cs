using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Varimax with rows brought to length 1 first.</summary>
/// <remarks>
/// Planes of two factors are turned one after another by the angle that maximises the variance of the squared loadings
/// in the plane, until no angle is left. Source: Kaiser 1958, doi:10.1007/BF02289233, equations 26 to 29.
/// </remarks>
internal static class VarimaxRotation
{
    private const int MostSweeps = 1000;
    private const double SmallAngle = 1e-14;
    private const double Flat = 1e-14;

    public static RotatedFactors Of(Matrix<double> loadings)
    {
        double[] lengths = [.. loadings.EnumerateRows().Select(row => row.L2Norm())];
        double[][] columns = [.. Enumerable.Range(0, loadings.ColumnCount).Select(
            factor => loadings.Column(factor).Select((value, item) => lengths[item] > 0 ? value / lengths[item] : 0).ToArray())];
        double turned = double.PositiveInfinity;
        for (int sweep = 0; sweep < MostSweeps && turned > SmallAngle; sweep++)
        {
            turned = 0;
            for (int first = 0; first < columns.Length; first++)
            {
                for (int second = first + 1; second < columns.Length; second++)
                {
                    turned = Math.Max(turned, Math.Abs(Turn(columns[first], columns[second])));
                }
            }
        }

        return new RotatedFactors(
            Matrix<double>.Build.Dense(
                loadings.RowCount, loadings.ColumnCount, (item, factor) => columns[factor][item] * lengths[item]),
            Matrix<double>.Build.DenseIdentity(loadings.ColumnCount),
            turned <= 1e-9);
    }

    /// <summary>Turns a plane by its best angle and gives the angle.</summary>
    private static double Turn(double[] x, double[] y)
    {
        double[] difference = [.. x.Zip(y, (a, b) => (a * a) - (b * b))];
        double[] product = [.. x.Zip(y, (a, b) => 2 * a * b)];
        double sumDifference = Sums.Sum(difference);
        double sumProduct = Sums.Sum(product);
        double sine = 2 * (Sums.Dot(difference, product) - (sumDifference * sumProduct / x.Length));
        double cosine = Sums.Dot(difference, difference) - Sums.Dot(product, product)
            - (((sumDifference * sumDifference) - (sumProduct * sumProduct)) / x.Length);
        double angle = Math.Atan2(sine, cosine) / 4;
        if (Math.Abs(sine) + Math.Abs(cosine) <= Flat * x.Length || Math.Abs(angle) <= SmallAngle)
        {
            return 0;
        }

        (double s, double c) = Math.SinCos(angle);
        for (int item = 0; item < x.Length; item++)
        {
            (x[item], y[item]) = ((c * x[item]) + (s * y[item]), (c * y[item]) - (s * x[item]));
        }

        return angle;
    }
}
