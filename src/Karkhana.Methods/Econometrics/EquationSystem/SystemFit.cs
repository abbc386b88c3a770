using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The estimates of all equations, one equation after another.</summary>
/// <param name="Estimates">The coefficients.</param>
/// <param name="Covariance">Their covariance.</param>
/// <param name="ResidualCovariance">The covariance of the errors of a row between equations, from the first stage.</param>
internal sealed record SystemFit(double[] Estimates, Matrix<double> Covariance, Matrix<double> ResidualCovariance)
{
    private const double Singular = 1e12;

    /// <summary>Keeps each equation's own estimates; one error variance per equation.</summary>
    public static SystemFit Separate(LeastSquaresFit[] fits)
    {
        Matrix<double> residual = Residual(fits);
        int[] starts = Starts(fits);
        Matrix<double> covariance = Matrix<double>.Build.Dense(starts[^1], starts[^1]);
        for (int i = 0; i < fits.Length; i++)
        {
            Matrix<double> own = fits[i].Covariance(Matrix<double>.Build.DenseIdentity(fits[i].TermCount) * residual[i, i]);
            covariance.SetSubMatrix(starts[i], starts[i], own);
        }

        return new SystemFit([.. fits.SelectMany(fit => fit.Estimates)], covariance, residual);
    }

    /// <summary>Generalised least squares with the covariance of the residuals.</summary>
    /// <remarks>With X_i = Q_i R_i and S⁻¹ = (s^ij), the normal equations are Σ_j s^ij Q_i'Q_j γ_j = Σ_j s^ij Q_i'y_j, β_i = R_i⁻¹γ_i: the
    /// scales of the columns do not enter.</remarks>
    public static SystemFit Joint(LeastSquaresFit[] fits)
    {
        Matrix<double> residual = Residual(fits);
        Require.That(residual.ConditionNumber() < Singular, nameof(EquationSystemOptions.Equations),
            "must have errors that do not determine each other; two equations may be the same, or one fits exactly");
        Matrix<double> precision = residual.Inverse();
        int[] starts = Starts(fits);
        Matrix<double> normal = Matrix<double>.Build.Dense(starts[^1], starts[^1]);
        Vector<double> right = Vector<double>.Build.Dense(starts[^1]);
        Matrix<double> roots = Matrix<double>.Build.Dense(starts[^1], starts[^1]);
        for (int i = 0; i < fits.Length; i++)
        {
            roots.SetSubMatrix(starts[i], starts[i], fits[i].RootInverse);
            Vector<double> sum = Vector<double>.Build.Dense(fits[i].TermCount);
            for (int j = 0; j < fits.Length; j++)
            {
                normal.SetSubMatrix(starts[i], starts[j], precision[i, j] * fits[i].Q.TransposeThisAndMultiply(fits[j].Q));
                sum += precision[i, j] * fits[i].Q.TransposeThisAndMultiply(fits[j].Design.WeightedOutcome());
            }

            right.SetSubVector(starts[i], sum.Count, sum);
        }

        Matrix<double> inverse = normal.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(starts[^1]));
        return new SystemFit([.. roots * (inverse * right)], roots * inverse * roots.Transpose(), residual);
    }

    private static int[] Starts(LeastSquaresFit[] fits)
    {
        int[] starts = new int[fits.Length + 1];
        for (int i = 0; i < fits.Length; i++)
        {
            starts[i + 1] = starts[i] + fits[i].TermCount;
        }

        return starts;
    }

    private static Matrix<double> Residual(LeastSquaresFit[] fits) => Matrix<double>.Build.Dense(fits.Length, fits.Length, (i, j) =>
        Sums.Dot(fits[i].Residuals, fits[j].Residuals)
        / Math.Sqrt((fits[i].Rows - (double)fits[i].TermCount) * (fits[j].Rows - (double)fits[j].TermCount)));
}
