using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A least-squares fit by Householder QR, kept in the form that every covariance estimator needs.</summary>
/// <remarks>With X = QR, (X'X)⁻¹ X' D X (X'X)⁻¹ = R⁻¹ (Q' D Q) R⁻ᵀ, so that X'X is never formed.</remarks>
internal sealed class LeastSquaresFit
{
    private readonly Matrix<double> _rootInverse;

    private LeastSquaresFit(
        DesignMatrix design, Matrix<double> q, Matrix<double> rootInverse, double[] estimates, double[] residuals)
    {
        Design = design;
        Q = q;
        _rootInverse = rootInverse;
        Estimates = estimates;
        Residuals = residuals;
    }

    public DesignMatrix Design { get; }

    /// <summary>Gets the orthonormal columns, n × k, of the weighted design.</summary>
    public Matrix<double> Q { get; }

    public double[] Estimates { get; }

    /// <summary>Gets the residuals times the square root of the weight.</summary>
    public double[] Residuals { get; }

    public int Rows => Residuals.Length;

    public int TermCount => Estimates.Length;

    public static LeastSquaresFit Fit(DesignMatrix design)
    {
        double[] roots = [.. design.Weights.Select(weight => Math.Sqrt(weight))];
        Matrix<double> x = Matrix<double>.Build.Dense(
            design.Outcome.Length, design.Columns.Length, (row, term) => design.Columns[term][row] * roots[row]);
        Vector<double> y = Vector<double>.Build.Dense(design.Outcome.Length, row => design.Outcome[row] * roots[row]);
        var qr = x.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        Vector<double> estimates = qr.R.Solve(qr.Q.TransposeThisAndMultiply(y));
        Matrix<double> rootInverse = qr.R.Solve(Matrix<double>.Build.DenseIdentity(design.Columns.Length));
        return new LeastSquaresFit(design, qr.Q, rootInverse, [.. estimates], [.. y - (x * estimates)]);
    }

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

    /// <summary>Gives the leverage of each row: the diagonal of QQ'.</summary>
    public double[] Leverages() => [.. Enumerable.Range(0, Rows).Select(row =>
    {
        Vector<double> direction = Q.Row(row);
        return direction.DotProduct(direction);
    })];

    /// <summary>Gives Q' diag(e²) Q, the middle of White's sandwich.</summary>
    public Matrix<double> ScoreSquares()
    {
        Matrix<double> scores = Matrix<double>.Build.Dense(Rows, TermCount, (row, term) => Q[row, term] * Residuals[row]);
        return scores.TransposeThisAndMultiply(scores);
    }

    /// <summary>Gives R⁻¹ z: with independent z of variance 1, a vector with covariance (X'X)⁻¹.</summary>
    public Vector<double> Unwhiten(double[] z) => _rootInverse * Vector<double>.Build.DenseOfArray(z);

    /// <summary>Gives R⁻¹ M R⁻ᵀ for the middle M of a sandwich in the space of Q.</summary>
    public Matrix<double> Covariance(Matrix<double> middle)
    {
        Matrix<double> covariance = _rootInverse * middle * _rootInverse.Transpose();
        return (covariance + covariance.Transpose()) / 2;
    }
}
