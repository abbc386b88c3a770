using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Least squares of y = a x^b by Gauss-Newton steps that are halved until they descend.</summary>
/// <remarks>x is first divided by its geometric mean, which makes level and slope nearly independent. Converged when a step
/// changes level and slope by less than 1e-12 relative, or when no smaller step descends.</remarks>
/// <param name="Scale">a.</param>
/// <param name="Slope">b.</param>
/// <param name="Covariance">Their covariance, s² (J'J)⁻¹ with s² = RSS/(n − 2).</param>
/// <param name="Squares">The residual sum of squares.</param>
/// <param name="Steps">The steps taken.</param>
/// <param name="Converged">Whether the steps had come to rest.</param>
internal sealed record PowerCurveFit(
    double Scale, double Slope, Matrix<double> Covariance, double Squares, int Steps, bool Converged)
{
    private const int MostSteps = 200;
    private const double Rest = 1e-12;
    private const double LeastShare = 1e-12;

    public static PowerCurveFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y, double slope)
    {
        double[] logs = [.. x.Select(value => Math.Log(value))];
        double centre = Sums.Mean(logs);
        double[] z = Array.ConvertAll(logs, log => log - centre);
        double[] powers = Array.ConvertAll(z, value => Math.Exp(slope * value));
        double[] values = [.. y];
        double level = Sums.Dot(powers, values) / Sums.Dot(powers, powers);
        int steps = 0;
        bool rests = false;
        while (!rests && steps < MostSteps)
        {
            steps++;
            Vector<double> step = Jacobian(z, level, slope).QR().Solve(Vector<double>.Build.Dense(Residuals(z, values, level, slope)));
            double share = Descend(z, values, (level, slope), step);
            rests = share == 0 || (Math.Abs(share * step[0]) <= Rest * Math.Abs(level) && Math.Abs(share * step[1]) <= Rest * Math.Max(1, Math.Abs(slope)));
            level += share * step[0];
            slope += share * step[1];
        }

        double squares = Squared(z, values, level, slope);
        Matrix<double> root = Jacobian(z, level, slope).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).R.Inverse();

        // a = level·e^(−b·centre): the first row of the change of variables.
        double scale = level * Math.Exp(-slope * centre);
        Matrix<double> change = Matrix<double>.Build.DenseOfArray(new[,] { { scale / level, -scale * centre }, { 0, 1 } }) * root;
        return new PowerCurveFit(
            scale, slope, change * change.Transpose() * (squares / (values.Length - 2)), squares, steps, rests);
    }

    private static double Descend(double[] z, double[] y, (double Level, double Slope) from, Vector<double> step)
    {
        double before = Squared(z, y, from.Level, from.Slope);
        double share = 1;
        while (share > LeastShare && !(Squared(z, y, from.Level + (share * step[0]), from.Slope + (share * step[1])) <= before))
        {
            share /= 2;
        }

        return share > LeastShare ? share : 0;
    }

    private static Matrix<double> Jacobian(double[] z, double level, double slope) => Matrix<double>.Build.Dense(
        z.Length, 2, (row, column) => Math.Exp(slope * z[row]) * (column == 0 ? 1 : level * z[row]));

    private static double[] Residuals(double[] z, double[] y, double level, double slope) =>
        [.. y.Zip(z, (value, log) => value - (level * Math.Exp(slope * log)))];

    private static double Squared(double[] z, double[] y, double level, double slope)
    {
        double[] residuals = Residuals(z, y, level, slope);
        return Sums.Dot(residuals, residuals);
    }
}
