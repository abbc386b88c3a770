using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>A fit by two stages: the regressors are replaced by their projection on the instruments.</summary>
/// <remarks>With Z = QR, P_Z X = QQ'X; the second stage is least squares of y on P_Z X by QR, whose residuals are taken from
/// the true regressors, so that all covariance estimators of <see cref="LeastSquaresFit"/> serve. Cost: n·K² time for K
/// instruments.</remarks>
internal sealed class TwoStageFit
{
    private const double Unidentified = 1e-10;

    private TwoStageFit(TwoStageDesign design, Matrix<double> basis, LeastSquaresFit second)
    {
        Design = design;
        Basis = basis;
        Second = second;
    }

    public TwoStageDesign Design { get; }

    /// <summary>Gets the orthonormal columns of the weighted instruments, the exogenous regressors first.</summary>
    public Matrix<double> Basis { get; }

    /// <summary>Gets the second stage: estimates, residuals of the true regressors, and Q of the projected ones.</summary>
    public LeastSquaresFit Second { get; }

    public int Rows => Second.Rows;

    /// <summary>Gets e'e/(n − K).</summary>
    public double ErrorVariance => Sums.Dot(Second.Residuals, Second.Residuals) / Design.ErrorDegrees;

    public static TwoStageFit Fit(TwoStageDesign design)
    {
        Matrix<double> basis = design.Instruments.WeightedColumns().QR(QRMethod.Thin).Q;
        return new TwoStageFit(design, basis, SecondStage(design.Regressors, basis));
    }

    /// <summary>Fits by the regressors' projections on orthonormal instruments.</summary>
    /// <exception cref="ArgumentException">The projections depend on each other.</exception>
    public static LeastSquaresFit SecondStage(DesignMatrix design, Matrix<double> basis)
    {
        Matrix<double> regressors = design.WeightedColumns();
        Matrix<double> shares = basis.TransposeThisAndMultiply(regressors);
        CheckRank(design, shares, regressors);
        return LeastSquaresFit.FitProjected(design, basis * shares);
    }

    /// <summary>Gives the covariance with one error variance.</summary>
    public Matrix<double> ClassicalCovariance() =>
        Second.Covariance(Matrix<double>.Build.DenseIdentity(Second.TermCount) * ErrorVariance);

    // The regressors must stay independent after projection; otherwise no number of rows identifies them.
    private static void CheckRank(DesignMatrix design, Matrix<double> shares, Matrix<double> regressors)
    {
        Matrix<double> root = shares.QR(QRMethod.Thin).R;
        for (int term = 0; term < root.ColumnCount; term++)
        {
            Require.That(
                Math.Abs(root[term, term]) > Unidentified * regressors.Column(term).L2Norm(),
                nameof(TwoStageSpecification.Instruments),
                $"must tell the regressors apart; the part of {design.Terms[term]} that they explain is nothing or is that of the terms before it");
        }
    }
}
