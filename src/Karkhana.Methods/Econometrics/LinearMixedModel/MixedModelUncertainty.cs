using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>How sure the variances of a mixed model are, and what that means for its coefficients.</summary>
/// <remarks>
/// The variances enter as (θ, log σ²), whose covariance is twice the inverse of the second derivatives of the deviance;
/// directions along which it does not curve, as with a variance of 0, are left out.
/// Source: Kuznetsova, Brockhoff and Christensen 2017, doi:10.18637/jss.v082.i13, section 2; Satterthwaite 1946,
/// doi:10.2307/3002019.
/// </remarks>
internal sealed class MixedModelUncertainty
{
    private const double Flat = 1e-8;

    private readonly MixedModelFit _fit;
    private readonly Matrix<double> _covariance;

    public MixedModelUncertainty(MixedModelFit fit)
    {
        _fit = fit;
        _covariance = Covariance(fit);
        CoefficientCovariance = CovarianceOfCoefficients(-1).Value;
    }

    /// <summary>Gets the generalised least-squares covariance of the coefficients.</summary>
    public Matrix<double> CoefficientCovariance { get; }

    /// <summary>Gives 2 v²/var(v) for the squared standard error v of each coefficient.</summary>
    public double[] SatterthwaiteDegrees()
    {
        int terms = CoefficientCovariance.RowCount;
        int count = _fit.Parameters.Length;
        Matrix<double> slopes = Matrix<double>.Build.Dense(terms, count + 1);
        for (int direction = 0; direction < count; direction++)
        {
            slopes.SetColumn(direction, CovarianceOfCoefficients(direction).Slope.Diagonal());
        }

        slopes.SetColumn(count, CoefficientCovariance.Diagonal());
        Vector<double> variances = (slopes * _covariance * slopes.Transpose()).Diagonal();
        return [.. variances.Select((variance, term) => 2 * CoefficientCovariance[term, term] * CoefficientCovariance[term, term] / variance)];
    }

    /// <summary>Gives the standard error of the logarithm of a variance with the given derivatives by θ of the variance over
    /// σ².</summary>
    public double LogarithmError(double relative, IReadOnlyList<double> slopes)
    {
        Vector<double> direction = Vector<double>.Build.Dense(
            slopes.Count + 1, i => i < slopes.Count ? slopes[i] / relative : 1);
        return Math.Sqrt(direction * _covariance * direction);
    }

    private (Matrix<double> Value, Matrix<double> Slope) CovarianceOfCoefficients(int direction)
    {
        _fit.Kernel.Evaluate(_fit.Parameters, direction);
        int terms = _fit.Kernel.Fixed.Rows - 1;
        Matrix<double> inverse = Matrix<double>.Build.Dense(terms, terms, (i, j) => Cell(i, j).Value).Inverse();
        Matrix<double> change = Matrix<double>.Build.Dense(terms, terms, (i, j) => Cell(i, j).Slope);
        return (
            _fit.Design.Fit.Covariance(inverse) * _fit.Variance,
            _fit.Design.Fit.Covariance(inverse * change * inverse) * -_fit.Variance);
    }

    private Dual Cell(int row, int column) => _fit.Kernel.Fixed[Math.Max(row, column), Math.Min(row, column)];

    private static Matrix<double> Covariance(MixedModelFit fit)
    {
        int count = fit.Parameters.Length;
        Matrix<double> second = Matrix<double>.Build.Dense(count + 1, count + 1);
        second.SetSubMatrix(0, 0, MixedModelFit.SecondDerivatives(fit.Parameters, parameters =>
        {
            (double[] logarithm, double[] squares) = fit.Slopes(parameters);
            return [.. logarithm.Zip(squares, (left, right) => left + (right / fit.Variance))];
        }));
        double[] bySquares = fit.Slopes(fit.Parameters).Squares;
        for (int i = 0; i < count; i++)
        {
            second[i, count] = second[count, i] = -bySquares[i] / fit.Variance;
        }

        second[count, count] = fit.Degrees;
        var parts = SymmetricEigen.Of(second, "information");
        Vector<double> weights = parts.EigenValues.Map(value => value.Real > Flat ? 2 / value.Real : 0);
        return parts.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(weights) * parts.EigenVectors.Transpose();
    }
}
