using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Least squares of some rows with a ridge, to predict others.</summary>
/// <remarks>Minimises Σ(y − x'b)² + ridge·Σb² with b in units of the columns' spreads among the rows of the fit and the constant
/// free, by Householder QR of the rows and √ridge·I below them. Without a ridge, directions in which the rows do not vary
/// get no slope. Cost: rows × columns².</remarks>
internal sealed record RidgeRegression(double[] Coefficients)
{
    private const double Flat = 1e-10;

    /// <param name="columns">The columns, the constant first.</param>
    /// <param name="outcome">The outcome of every row.</param>
    /// <param name="rows">The rows of the fit.</param>
    /// <param name="ridge">The penalty.</param>
    public static RidgeRegression Fit(double[][] columns, double[] outcome, int[] rows, double ridge)
    {
        double[][] chosen = [.. columns.Select(column => rows.Select(row => column[row]).ToArray())];
        ScaledColumns scaled = ScaledColumns.Of(chosen, hasConstant: true);
        double[] y = [.. rows.Select(row => outcome[row])];
        double mean = Sums.Mean(y);
        int slopes = columns.Length - 1;
        Matrix<double> x = Matrix<double>.Build.Dense(rows.Length + slopes, slopes, (row, j) => row < rows.Length
            ? scaled.Columns[j + 1][row]
            : row - rows.Length == j ? Math.Sqrt(ridge) : 0);
        Vector<double> right = Vector<double>.Build.Dense(rows.Length + slopes, row => row < rows.Length ? y[row] - mean : 0);
        double[] slope = slopes == 0 ? [] : Solve(x, right);
        return new RidgeRegression(scaled.Restore([mean, .. slope]));
    }

    /// <summary>Gives x'b of rows.</summary>
    public double[] Predict(double[][] columns) => IndexLikelihood<LogitRow>.Index(columns, Coefficients);

    private static double[] Solve(Matrix<double> x, Vector<double> right)
    {
        var qr = x.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        Vector<double> diagonal = qr.R.Diagonal().PointwiseAbs();
        if (diagonal.Minimum() > Flat * diagonal.Maximum())
        {
            return [.. qr.R.Solve(qr.Q.TransposeThisAndMultiply(right))];
        }

        var svd = x.Svd();
        Vector<double> turned = svd.U.TransposeThisAndMultiply(right);
        Vector<double> lengths = svd.S;
        Vector<double> kept = Vector<double>.Build.Dense(lengths.Count, i => lengths[i] > Flat * lengths[0] ? turned[i] / lengths[i] : 0);
        return [.. svd.VT.TransposeThisAndMultiply(kept)];
    }
}
