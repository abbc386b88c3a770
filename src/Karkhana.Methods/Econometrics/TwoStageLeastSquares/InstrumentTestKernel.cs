using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>The tests of the instruments of a two-stage fit, in the space of their orthonormal columns.</summary>
internal sealed class InstrumentTestKernel
{
    private const double Nothing = 1e-10;

    private readonly TwoStageFit _fit;
    private readonly Matrix<double> _endogenous;
    private readonly Matrix<double> _within;
    private readonly Matrix<double> _excluded;
    private readonly ClusterGroups? _groups;

    private InstrumentTestKernel(TwoStageFit fit, ClusterGroups? groups)
    {
        TwoStageDesign design = fit.Design;
        _fit = fit;
        _groups = groups;
        _endogenous = design.Regressors.WeightedColumns().SubMatrix(0, fit.Rows, design.ExogenousCount, design.EndogenousCount);
        _excluded = fit.Basis.SubMatrix(0, fit.Rows, design.ExogenousCount, design.ExcludedCount);
        Matrix<double>? exogenous = design.ExogenousCount == 0 ? null : fit.Basis.SubMatrix(0, fit.Rows, 0, design.ExogenousCount);
        _within = exogenous is null
            ? _endogenous
            : _endogenous - (exogenous * exogenous.TransposeThisAndMultiply(_endogenous));
    }

    private int Excluded => _excluded.ColumnCount;

    private double FirstStageDegrees => _fit.Rows - _fit.Basis.ColumnCount - _fit.Design.Absorbed;

    /// <summary>Runs the tests.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="robust">Whether errors may be unequal.</param>
    /// <param name="groups">The clusters of errors, or null.</param>
    public static InstrumentTests Run(TwoStageFit fit, bool robust, ClusterGroups? groups)
    {
        InstrumentTestKernel kernel = new(fit, groups);
        Matrix<double> root = kernel._within.QR(QRMethod.Thin).R;
        Matrix<double> canonical = kernel._within * root.Inverse();
        Matrix<double> shares = kernel._excluded.TransposeThisAndMultiply(canonical);
        return new InstrumentTests
        {
            FirstStages = kernel.FirstStages(),
            WuHausman = kernel.WuHausman(),
            Sargan = kernel.Sargan(),
            HansenJ = robust ? kernel.HansenJ() : ModelTest.Undefined,
            CraggDonaldF = kernel.CraggDonald(shares),
            KleibergenPaapF = robust ? kernel.KleibergenPaap(canonical, shares) : double.NaN,
        };
    }

    private FirstStage[] FirstStages()
    {
        FirstStage[] stages = new FirstStage[_endogenous.ColumnCount];
        for (int j = 0; j < stages.Length; j++)
        {
            Vector<double> column = _within.Column(j);
            Vector<double> share = _excluded.TransposeThisAndMultiply(column);
            Vector<double> rest = column - (_excluded * share);
            double explained = share.DotProduct(share);
            double residual = rest.DotProduct(rest);
            stages[j] = new FirstStage(
                _fit.Design.Regressors.Terms[_fit.Design.ExogenousCount + j],
                explained / (explained + residual),
                ModelTest.F(explained / Excluded / (residual / FirstStageDegrees), Excluded, FirstStageDegrees));
        }

        return stages;
    }

    // The regression of y on the regressors with and without the residuals of the first stages.
    private ModelTest WuHausman()
    {
        Matrix<double> residuals = _within - (_excluded * _excluded.TransposeThisAndMultiply(_within));
        double[] roots = Array.ConvertAll(_fit.Design.Regressors.Weights, Math.Sqrt);
        int[] defined = [.. Enumerable.Range(0, residuals.ColumnCount).Where(
            j => residuals.Column(j).L2Norm() > Nothing * _endogenous.Column(j).L2Norm())];
        if (defined.Length == 0)
        {
            return ModelTest.Undefined;
        }

        DesignMatrix regressors = _fit.Design.Regressors;
        TermColumns plain = TermColumns.Of(regressors.Terms, regressors.Columns);
        TermColumns added = TermColumns.Of(
            [.. defined.Select(j => FormattableString.Invariant($"first-stage residual {j}"))],
            [.. defined.Select(j => residuals.Column(j).ToArray().Zip(roots, (value, weight) => value / weight).ToArray())]);
        if (regressors.Rows.Length <= plain.Count + added.Count + _fit.Design.Absorbed)
        {
            return ModelTest.Undefined;
        }

        LeastSquaresFit without = LeastSquaresFit.Fit(regressors);
        LeastSquaresFit with = LeastSquaresFit.Fit(regressors.With(plain.With(added)));
        double errorDegrees = with.Rows - with.TermCount - _fit.Design.Absorbed;
        double squares = Sums.Dot(with.Residuals, with.Residuals);
        double degrees = with.TermCount - without.TermCount;
        double gained = Math.Max(0, Sums.Dot(without.Residuals, without.Residuals) - squares); // below 0 by rounding where the fit is exact
        return ModelTest.F(gained / degrees / (squares / errorDegrees), degrees, errorDegrees);
    }

    private ModelTest Sargan()
    {
        Vector<double> residuals = Vector<double>.Build.DenseOfArray(_fit.Second.Residuals);
        Vector<double> share = _fit.Basis.TransposeThisAndMultiply(residuals);
        return ModelTest.ChiSquared(
            _fit.Rows * share.DotProduct(share) / residuals.DotProduct(residuals), Excluded - _endogenous.ColumnCount);
    }

    // The objective of two-step efficient moments: g'S⁻¹g at its least, a least-squares problem after whitening.
    private ModelTest HansenJ()
    {
        int needed = Excluded - _endogenous.ColumnCount;
        Matrix<double> residuals = Matrix<double>.Build.DenseOfColumnArrays(_fit.Second.Residuals);
        Matrix<double> scatter = Scatter(_fit.Basis, residuals);
        if (needed == 0 || scatter.ConditionNumber() * 1e-12 > 1 || !(scatter.FrobeniusNorm() > 0))
        {
            return ModelTest.Undefined;
        }

        Matrix<double> root = scatter.Cholesky().Factor;
        Matrix<double> regressors = root.Solve(_fit.Basis.TransposeThisAndMultiply(_fit.Design.Regressors.WeightedColumns()));
        Vector<double> outcome = root.Solve(_fit.Basis.TransposeThisAndMultiply(_fit.Design.Regressors.WeightedOutcome()));
        Matrix<double> q = regressors.QR(QRMethod.Thin).Q;
        Vector<double> rest = outcome - (q * q.TransposeThisAndMultiply(outcome));
        return ModelTest.ChiSquared(rest.DotProduct(rest), needed);
    }

    // With canonical columns the least eigenvalue is ρ²/(1 − ρ²) of the least canonical correlation ρ.
    private double CraggDonald(Matrix<double> shares)
    {
        double least = shares.Svd(false).S.Minimum();
        return least * least / (1 - (least * least)) * FirstStageDegrees / Excluded;
    }

    // Kleibergen and Paap (2006), eq. 9 to 12: the part of the coefficient matrix that a lower rank would make zero.
    private double KleibergenPaap(Matrix<double> canonical, Matrix<double> shares)
    {
        (int rows, int columns) = (shares.RowCount, shares.ColumnCount);
        Matrix<double> rest = canonical - (_excluded * shares);
        Matrix<double> variance = Scatter(_excluded, rest);
        Svd<double> values = shares.Svd();
        int kept = columns - 1;
        Matrix<double> left = Polar(values.U.SubMatrix(0, rows, kept, rows - kept), kept);
        Matrix<double> right = Polar(values.VT.Transpose().SubMatrix(0, columns, kept, 1), kept);
        Matrix<double> part = left.TransposeThisAndMultiply(shares) * right;
        Matrix<double> turn = right.KroneckerProduct(left);
        Vector<double> moved = Vector<double>.Build.DenseOfArray(part.ToColumnMajorArray());
        Matrix<double> spread = turn.TransposeThisAndMultiply(variance * turn);
        if (spread.ConditionNumber() * 1e-12 > 1)
        {
            return double.NaN;
        }

        double wald = moved.DotProduct(spread.Solve(moved));
        double scale = _groups is null
            ? FirstStageDegrees / _fit.Rows
            : FirstStageDegrees / (_fit.Rows - 1.0) * (_groups.Count - 1.0) / _groups.Count;
        return wald * scale / Excluded;
    }

    // [A₁; A₂] A₂⁻¹ (A₂A₂')^½ for the rows below the given number.
    private static Matrix<double> Polar(Matrix<double> directions, int above)
    {
        Matrix<double> below = directions.SubMatrix(above, directions.RowCount - above, 0, directions.ColumnCount);
        Svd<double> values = below.Svd();
        Matrix<double> root = values.U * Matrix<double>.Build.DiagonalOfDiagonalVector(values.S) * values.U.Transpose();
        return directions * below.Solve(root);
    }

    // Σ (v ⊗ q)(v ⊗ q)' over rows, or over the sums within clusters.
    private Matrix<double> Scatter(Matrix<double> instruments, Matrix<double> errors)
    {
        int width = instruments.ColumnCount * errors.ColumnCount;
        Matrix<double> scores = Matrix<double>.Build.Dense(_groups?.Count ?? _fit.Rows, width);
        for (int j = 0; j < width; j++)
        {
            (int instrument, int error) = (j % instruments.ColumnCount, j / instruments.ColumnCount);
            for (int row = 0; row < _fit.Rows; row++)
            {
                int group = _groups?.ByRow[row] ?? row;
                scores.At(group, j, scores.At(group, j) + (instruments.At(row, instrument) * errors.At(row, error)));
            }
        }

        return scores.TransposeThisAndMultiply(scores);
    }
}
