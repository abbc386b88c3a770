using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>The log-likelihood of y = ρWy + Xb + u, u = λWu + e, with b and σ² at their best values for each ρ and λ.</summary>
/// <remarks>
/// L = f(ρ) + f(λ) − n/2 (log(2π SSE/n) + 1) with f the log-determinant and SSE the least squares of (I − λW)(y − ρWy) on (I − λW)X.
/// All columns are turned once into the few numbers of their triangular factor, so that a value costs k³ whatever n is. The score
/// uses the residuals at the best b. Source: Anselin 1988, Spatial Econometrics, chapter 6; Ord 1975, doi:10.1080/01621459.1975.10480272.
/// </remarks>
internal sealed class AutoregressiveLikelihood
{
    private readonly int _rows;
    private readonly Vector<double> _outcome;
    private readonly Vector<double> _lag;
    private readonly Vector<double>? _lagOfLag;
    private readonly Matrix<double> _terms;
    private readonly Matrix<double>? _lagOfTerms;

    /// <summary>Reduces the columns.</summary>
    /// <param name="design">Terms, outcome and weights.</param>
    /// <param name="curve">The log-determinant.</param>
    /// <param name="withErrors">Whether λ may differ from 0.</param>
    public AutoregressiveLikelihood(SpatialDesign design, LogDeterminantCurve curve, bool withErrors)
    {
        (_rows, Curve) = (design.Design.Outcome.Length, curve);
        int k = design.Design.Columns.Length;
        double[][] columns = [.. design.Design.Columns, design.Design.Outcome, design.LaggedOutcome];
        if (withErrors)
        {
            columns = [.. columns, design.Weights.Multiply(design.LaggedOutcome), .. design.Design.Columns.Select(column => design.Weights.Multiply(column))];
        }

        Matrix<double> all = Matrix<double>.Build.DenseOfColumnArrays(columns);
        Matrix<double> reduced = _rows > 2 * columns.Length ? all.QR(QRMethod.Thin).R : all;
        _terms = reduced.SubMatrix(0, reduced.RowCount, 0, k);
        (_outcome, _lag) = (reduced.Column(k), reduced.Column(k + 1));
        (_lagOfLag, _lagOfTerms) = withErrors ? (reduced.Column(k + 2), reduced.SubMatrix(0, reduced.RowCount, k + 3, k)) : (null, null);
    }

    private AutoregressiveLikelihood(AutoregressiveLikelihood other, LogDeterminantCurve curve)
    {
        (_rows, Curve, _outcome, _lag) = (other._rows, curve, other._outcome, other._lag);
        (_lagOfLag, _terms, _lagOfTerms) = (other._lagOfLag, other._terms, other._lagOfTerms);
    }

    /// <summary>Gets the log-determinant.</summary>
    public LogDeterminantCurve Curve { get; }

    /// <summary>Gives the same likelihood with another curve.</summary>
    public AutoregressiveLikelihood With(LogDeterminantCurve curve) => new(this, curve);

    /// <summary>Gets the share of Wy, in length, that neither the terms nor the outcome determine: 0 leaves ρ unknown.</summary>
    public double LagOnItsOwn()
    {
        Matrix<double> known = _terms.Append(_outcome.ToColumnMatrix());
        return known.RowCount <= known.ColumnCount ? 0 : Rest(known, _lag).L2Norm() / Math.Max(_lag.L2Norm(), double.Epsilon);
    }

    /// <summary>Gets the share of the outcome, in length, that the terms alone leave over.</summary>
    public double OutcomeLeftOver() => Rest(_terms, _outcome).L2Norm() / _outcome.L2Norm();

    /// <summary>Gives the log-likelihood.</summary>
    public double At(double rho, double lambda)
    {
        Vector<double> residuals = Residuals(rho, lambda).Residuals;
        double squares = residuals.DotProduct(residuals);
        return (rho == 0 ? 0 : Curve.At(rho).Value) + (lambda == 0 ? 0 : Curve.At(lambda).Value)
            - (0.5 * _rows * (Math.Log(2 * Math.PI * squares / _rows) + 1));
    }

    /// <summary>Gives the derivatives of the log-likelihood.</summary>
    public (double Rho, double Lambda) Score(double rho, double lambda)
    {
        (Vector<double> residuals, Vector<double> slopes) = Residuals(rho, lambda);
        double scale = _rows / residuals.DotProduct(residuals);
        Vector<double> byRho = _lagOfLag is null ? _lag : _lag - (lambda * _lagOfLag);
        double scoreOfLambda = _lagOfLag is null
            ? 0
            : Curve.At(lambda).Slope + (scale * residuals.DotProduct(_lag - (rho * _lagOfLag) - (_lagOfTerms! * slopes)));
        return (Curve.At(rho).Slope + (scale * residuals.DotProduct(byRho)), scoreOfLambda);
    }

    private (Vector<double> Residuals, Vector<double> Slopes) Residuals(double rho, double lambda)
    {
        Vector<double> outcome = _outcome - (rho * _lag);
        Matrix<double> terms = _terms;
        if (lambda != 0)
        {
            outcome -= lambda * (_lag - (rho * _lagOfLag!));
            terms -= lambda * _lagOfTerms!;
        }

        QR<double> qr = terms.QR(QRMethod.Thin);
        Vector<double> turned = qr.Q.TransposeThisAndMultiply(outcome);
        return (outcome - (qr.Q * turned), qr.R.Solve(turned));
    }

    private static Vector<double> Rest(Matrix<double> columns, Vector<double> values)
    {
        Matrix<double> q = columns.QR(QRMethod.Thin).Q;
        return values - (q * q.TransposeThisAndMultiply(values));
    }
}
