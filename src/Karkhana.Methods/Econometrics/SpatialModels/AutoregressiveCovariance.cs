using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.SparseMatrices;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The inverse of the expected information of ρ, λ, σ² and b at the maximum.</summary>
/// <remarks>
/// With G = W(I − ρW)⁻¹, H = W(I − λW)⁻¹, X* = (I − λW)X and m = (I − λW)GXb: I(ρ,ρ) = tr G² + tr G'G + m'm/σ², I(λ,λ) = tr H² + tr H'H,
/// I(ρ,λ) = tr GH + tr G'H, I(ρ,σ²) = tr G/σ², I(λ,σ²) = tr H/σ², I(σ²,σ²) = n/2σ⁴, I(ρ,b) = m'X*/σ², I(b,b) = X*'X*/σ². b is taken out by
/// least squares of m on X*, so that X'X is never formed. tr GH = (tr G − tr H)/(ρ − λ). Source: Anselin 1988, Spatial Econometrics,
/// section 6.2.4; Ord 1975, doi:10.1080/01621459.1975.10480272.
/// </remarks>
internal sealed class AutoregressiveCovariance
{
    private const double SameParameter = 1e-5;
    private const double NoParameter = 1e-6;
    private const double MostError = 2e-3;

    private readonly AutoregressiveEstimate _estimate;
    private readonly double[,] _gram;

    private AutoregressiveCovariance(AutoregressiveEstimate estimate, double[,] gram) => (_estimate, _gram) = (estimate, gram);

    /// <summary>Gets the covariance of ρ and λ (as far as they are in the model), then b.</summary>
    public Matrix<double> All { get; private set; } = null!;

    /// <summary>Gets the slopes of m on X*: how the estimates of b move when ρ moves, with the sign turned.</summary>
    public Vector<double> Shift { get; private set; } = null!;

    public static AutoregressiveCovariance Of(AutoregressiveEstimate estimate, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[] parameters = estimate.WithLag && estimate.WithErrors ? [estimate.Rho, estimate.Lambda] : [estimate.WithLag ? estimate.Rho : estimate.Lambda];
        AutoregressiveInverse[] inverses = [.. parameters.Select(parameter => estimate.Matrix.At(parameter, cancellationToken)!)];
        double[] squares = [.. parameters.Select(parameter => -estimate.Curve.At(parameter).Curvature)];
        (double[,] gram, double error) = AsymmetryGram.Of(estimate.Design.Weights, inverses, squares, execution, cancellationToken);
        if (error > MostError)
        {
            estimate.Notes.Add(new Note("traces-estimated", Severity.Warning, FormattableString.Invariant(
                $"Standard errors rest on a trace that was estimated with a relative standard error of {error:0.####}: a few nodes hold most of the ties. The standard errors are wrong by up to about that share.")));
        }

        AutoregressiveCovariance covariance = new(estimate, gram);
        (Vector<double> shift, double left) = covariance.LagOfMean(inverses[0]);
        covariance.Shift = shift;
        covariance.All = covariance.Join(covariance.Information(parameters, left).Inverse(), parameters.Length);
        return covariance;
    }

    /// <summary>Gives the score test of what autocorrelation a lag model leaves in its residuals, chi-square with one
    /// degree of freedom.</summary>
    /// <remarks>(e'We/σ²)² / (T22 − T21² Var ρ), T22 = tr W² + tr W'W, T21 = tr WG + tr W'G, tr WG = tr G/ρ. Source: Anselin 1988.</remarks>
    public double ResidualTest()
    {
        CsrMatrix weights = _estimate.Design.Weights;
        double square = weights.Inner(weights.Transposed());
        (_, double slope, double curvature) = _estimate.Curve.At(_estimate.Rho);
        double product = Math.Abs(_estimate.Rho) < NoParameter ? -curvature : -slope / _estimate.Rho;
        double cross = (2 * product) + _gram[0, 1];
        double[] residuals = _estimate.Fit.Residuals;
        double moment = Sums.Dot(residuals, weights.Multiply(residuals)) / _estimate.Sigma2;
        return moment * moment / (square + weights.Inner(weights) - (cross * cross * All[0, 0]));
    }

    /// <summary>Regresses m on X*: gives the slopes and the squares that are left.</summary>
    private (Vector<double> Slopes, double Left) LagOfMean(AutoregressiveInverse inverse)
    {
        LeastSquaresFit fit = _estimate.Fit;
        if (!_estimate.WithLag)
        {
            return (Vector<double>.Build.Dense(fit.TermCount), 0);
        }

        double[][] terms = _estimate.Design.Design.Columns;
        double[] mean = new double[fit.Rows];
        for (int term = 0; term < terms.Length; term++)
        {
            for (int row = 0; row < mean.Length; row++)
            {
                mean[row] += fit.Estimates[term] * terms[term][row];
            }
        }

        double[] lag = inverse.Solve(_estimate.Design.Weights.Multiply(mean));
        LeastSquaresFit moved = LeastSquaresFit.Fit(fit.Design.With(fit.Design.Columns, _estimate.Design.Filtered(lag, _estimate.Lambda)));
        return (Vector<double>.Build.Dense(moved.Estimates), Sums.Dot(moved.Residuals, moved.Residuals));
    }

    /// <summary>Gives the information of the autoregressive parameters and of σ², b taken out.</summary>
    private Matrix<double> Information(double[] parameters, double left)
    {
        int count = parameters.Length;
        (double sigma2, double n) = (_estimate.Sigma2, _estimate.Fit.Rows);
        Matrix<double> information = Matrix<double>.Build.Dense(count + 1, count + 1);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                information[i, j] = (2 * Product(parameters[i], parameters[j])) + _gram[i + 1, j + 1];
            }

            information[i, count] = information[count, i] = -_estimate.Curve.At(parameters[i]).Slope / sigma2;
        }

        information[0, 0] += left / sigma2;
        information[count, count] = n / (2 * sigma2 * sigma2);
        return information;
    }

    /// <summary>Gives tr GH.</summary>
    private double Product(double first, double second) => Math.Abs(first - second) < SameParameter
        ? -_estimate.Curve.At((first + second) / 2).Curvature
        : (_estimate.Curve.At(second).Slope - _estimate.Curve.At(first).Slope) / (first - second);

    private Matrix<double> Join(Matrix<double> inner, int count)
    {
        int k = Shift.Count;
        double[,] all = new double[count + k, count + k];
        Matrix<double> slopes = _estimate.Fit.Covariance(Matrix<double>.Build.DenseIdentity(k) * _estimate.Sigma2);
        for (int i = 0; i < count + k; i++)
        {
            for (int j = 0; j < count + k; j++)
            {
                double rowShift = i < count ? 1 : -Shift[i - count];
                double columnShift = j < count ? 1 : -Shift[j - count];
                double part = inner[i < count ? i : 0, j < count ? j : 0];
                all[i, j] = (rowShift * columnShift * part) + (i >= count && j >= count ? slopes[i - count, j - count] : 0);
            }
        }

        return Matrix<double>.Build.DenseOfArray(all);
    }
}
