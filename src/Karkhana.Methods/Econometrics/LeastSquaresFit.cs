using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>A least-squares fit by Householder QR, kept in the form that every covariance estimator needs.</summary>
/// <remarks>With X = QR, (X'X)⁻¹ X' D X (X'X)⁻¹ = R⁻¹ (Q' D Q) R⁻ᵀ, so that X'X is never formed.</remarks>
internal sealed class LeastSquaresFit
{
    private LeastSquaresFit(
        DesignMatrix design, Matrix<double> q, Matrix<double> rootInverse, double[] estimates, double[] residuals)
    {
        Design = design;
        Q = q;
        RootInverse = rootInverse;
        Estimates = estimates;
        Residuals = residuals;
    }

    public DesignMatrix Design { get; }

    /// <summary>Gets the orthonormal columns, n × k, of the weighted design.</summary>
    public Matrix<double> Q { get; }

    /// <summary>Gets R⁻¹.</summary>
    public Matrix<double> RootInverse { get; }

    public double[] Estimates { get; }

    /// <summary>Gets the residuals times the square root of the weight.</summary>
    public double[] Residuals { get; }

    public int Rows => Residuals.Length;

    public int TermCount => Estimates.Length;

    public static LeastSquaresFit Fit(DesignMatrix design)
    {
        Matrix<double> x = design.WeightedColumns();
        return Of(design, x, x);
    }

    /// <summary>Fits by other regressors than those that the residuals are taken from: the second of two
    /// stages.</summary>
    public static LeastSquaresFit FitProjected(DesignMatrix design, Matrix<double> projected) =>
        Of(design, projected, design.WeightedColumns());

    /// <summary>Fits an outcome on columns that are orthonormal already.</summary>
    /// <param name="design">The terms; its columns are those of the basis before they were made orthonormal.</param>
    /// <param name="basis">The columns times the square root of the weight, made orthonormal.</param>
    /// <param name="outcome">The outcome times the square root of the weight; becomes the residuals.</param>
    public static LeastSquaresFit Fit(DesignMatrix design, OrthonormalColumns basis, double[] outcome)
    {
        Matrix<double> upper = basis.Upper();
        Vector<double> shares = Vector<double>.Build.Dense(basis.Clear(outcome));
        Matrix<double> rootInverse = upper.Solve(Matrix<double>.Build.DenseIdentity(basis.Basis.Count));
        return new LeastSquaresFit(design, basis.Matrix(), rootInverse, [.. rootInverse * shares], outcome);
    }

    /// <summary>Fits another outcome on the same terms and weights: no new factorisation.</summary>
    /// <param name="outcome">The outcome times the square root of the weight.</param>
    public LeastSquaresFit WithOutcome(double[] outcome)
    {
        Vector<double> y = Vector<double>.Build.Dense(outcome);
        Vector<double> shares = Q.TransposeThisAndMultiply(y);
        return new LeastSquaresFit(Design, Q, RootInverse, [.. RootInverse * shares], [.. y - (Q * shares)]);
    }

    /// <summary>Gives the residuals without the root of the weight: outcome less fitted value.</summary>
    public double[] PlainResiduals() =>
        [.. Residuals.Select((residual, row) => residual / Math.Sqrt(Design.Weights[row]))];

    /// <summary>Gives the leverage of each row: the diagonal of QQ'.</summary>
    public double[] Leverages()
    {
        double[] leverages = new double[Rows];
        for (int term = 0; term < TermCount; term++)
        {
            for (int row = 0; row < leverages.Length; row++)
            {
                double value = Q.At(row, term);
                leverages[row] += value * value;
            }
        }

        return leverages;
    }

    /// <summary>Gives Q' diag(e²) Q, the middle of White's sandwich.</summary>
    public Matrix<double> ScoreSquares() => ScoreSquares(Residuals);

    /// <summary>Gives Q' diag(e²) Q for other errors than the residuals.</summary>
    public Matrix<double> ScoreSquares(double[] errors)
    {
        Matrix<double> scores = Matrix<double>.Build.Dense(Rows, TermCount, (row, term) => Q.At(row, term) * errors[row]);
        return scores.TransposeThisAndMultiply(scores);
    }

    /// <summary>Gives R⁻¹ z: with independent z of variance 1, a vector with covariance (X'X)⁻¹.</summary>
    public Vector<double> Unwhiten(double[] z) => RootInverse * Vector<double>.Build.DenseOfArray(z);

    /// <summary>Gives R⁻¹ M R⁻ᵀ for the middle M of a sandwich in the space of Q.</summary>
    public Matrix<double> Covariance(Matrix<double> middle)
    {
        Matrix<double> covariance = RootInverse * middle * RootInverse.Transpose();
        return (covariance + covariance.Transpose()) / 2;
    }

    private static LeastSquaresFit Of(DesignMatrix design, Matrix<double> projected, Matrix<double> regressors)
    {
        Vector<double> y = design.WeightedOutcome();
        QR<double> qr = projected.QR(QRMethod.Thin);
        Vector<double> estimates = qr.R.Solve(qr.Q.TransposeThisAndMultiply(y));
        Matrix<double> rootInverse = qr.R.Solve(Matrix<double>.Build.DenseIdentity(design.Columns.Length));
        return new LeastSquaresFit(design, qr.Q, rootInverse, [.. estimates], [.. y - (regressors * estimates)]);
    }
}
