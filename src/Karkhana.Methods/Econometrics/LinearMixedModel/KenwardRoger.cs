using Karkhana.Core.Errors;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>The covariance of a mixed model's coefficients that allows for the estimation of the variances, and the degrees
/// of freedom that go with it.</summary>
/// <remarks>
/// V = Σ γ_i G_i with G_i = Z E_i Z' for each variance and covariance, and the identity for the residual. With Φ the
/// generalised least-squares covariance, P_i = −X'V⁻¹G_iV⁻¹X and Q_ij = X'V⁻¹G_iV⁻¹G_jV⁻¹X, W is twice the inverse of tr
/// V⁻¹G_iV⁻¹G_j − tr(2ΦQ_ij − ΦP_iΦP_j); adjusted Φ + 2Φ [Σ W_ij (Q_ij − P_iΦP_j)] Φ; degrees of freedom of one coefficient
/// 2/Σ W_ij a_i a_j with a_i = (ΦP_iΦ)_kk/Φ_kk. Powers of V⁻¹ come from σ²I = V − ZSZ', so that nothing has the size of the
/// rows. Source: Kenward and Roger 1997, doi:10.2307/2533558.
/// </remarks>
internal sealed class KenwardRoger
{
    private const int Most = 1000;

    private readonly MixedModelFit _fit;
    private readonly Matrix<double> _z;      // Z'V⁻¹Z
    private readonly Matrix<double> _z2;     // Z'V⁻²Z
    private readonly Matrix<double> _qz;     // Q'V⁻¹Z
    private readonly Matrix<double> _qz2;    // Q'V⁻²Z
    private readonly Matrix<double> _q2;     // Q'V⁻²Q
    private readonly Matrix<double> _q3;     // Q'V⁻³Q
    private readonly Matrix<double> _phi;    // (Q'V⁻¹Q)⁻¹
    private readonly double _trace2;         // tr V⁻²

    public KenwardRoger(MixedModelFit fit)
    {
        _fit = fit;
        int size = fit.Design.Factors.Sum(factor => factor.Size);
        Require.That(size <= Most, nameof(DegreesOfFreedom), FormattableString.Invariant(
            $"must not be kenward-roger with more than {Most} coefficients that differ between groups; there were {size}"));
        fit.Kernel.Evaluate(fit.Parameters, -1);
        double precision = 1 / fit.Variance;
        (Matrix<double> cross, Matrix<double> shared) = Products();
        Matrix<double> spread = TimesLambda(cross).Transpose();
        Matrix<double> sharedSpread = TimesLambda(shared);
        Cholesky<double> inner = (TimesLambda(spread) + Matrix<double>.Build.DenseIdentity(size)).Cholesky();
        Matrix<double> solved = inner.Solve(spread);
        _z = precision * (cross - spread.TransposeThisAndMultiply(solved));
        _qz = precision * (shared - (sharedSpread * solved));
        Matrix<double> q = precision * (Matrix<double>.Build.DenseIdentity(shared.RowCount) - (sharedSpread * inner.Solve(sharedSpread.Transpose())));
        _phi = q.Inverse();
        Matrix<double> varied = TimesCovariance(_z);
        Matrix<double> sharedVaried = TimesCovariance(_qz);
        _z2 = precision * (_z - (varied * _z));
        _qz2 = precision * (_qz - (sharedVaried * _z));
        _q2 = precision * (q - (sharedVaried * _qz.Transpose()));
        _q3 = precision * (_q2 - (TimesCovariance(_qz2) * _qz.Transpose()));
        double trace = precision * (fit.Design.Fit.Rows - varied.Trace());
        _trace2 = precision * (trace - TimesCovariance(_z2).Trace());
        (Covariance, DegreesOfFreedom) = Adjust();
    }

    /// <summary>Gets the adjusted covariance of the coefficients.</summary>
    public Matrix<double> Covariance { get; }

    public double[] DegreesOfFreedom { get; }

    private (Matrix<double> Covariance, double[] Degrees) Adjust()
    {
        TermPair?[] patterns = [.. Patterns(), null]; // null: the residual
        int count = patterns.Length;
        Matrix<double>[] p = [.. patterns.Select(e => -(e is null ? _q2 : e.Apply(_qz) * _qz.Transpose()))];
        Matrix<double>[] spread = [.. patterns.Select(e => e is null ? _z2 : e.Apply(_z))];
        Matrix<double>[][] q = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Select(j => Second(patterns[i], patterns[j])).ToArray())];
        Matrix<double> information = Matrix<double>.Build.Dense(count, count, (i, j) =>
            Trace(patterns, spread, i, j) - (_phi * ((2 * q[i][j]) - (p[i] * _phi * p[j]))).Trace());
        Matrix<double> weights = 2 * (PositiveDefinite.Inverse(information) ?? information.PseudoInverse());
        Matrix<double> correction = Matrix<double>.Build.Dense(_phi.RowCount, _phi.RowCount);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                correction += weights[i, j] * (q[i][j] - (p[i] * _phi * p[j]));
            }
        }

        LeastSquaresFit plain = _fit.Design.Fit;
        Vector<double> variances = plain.Covariance(_phi).Diagonal();
        Vector<double>[] changes = [.. p.Select(own => plain.Covariance(_phi * own * _phi).Diagonal().PointwiseDivide(variances))];
        double[] degrees = [.. variances.Select((_, term) =>
        {
            Vector<double> change = Vector<double>.Build.Dense(count, i => changes[i][term]);
            return 2 / (change * weights * change);
        })];
        return (plain.Covariance(_phi + (2 * _phi * correction * _phi)), degrees);
    }

    // X'V⁻¹G_iV⁻¹G_jV⁻¹X.
    private Matrix<double> Second(TermPair? first, TermPair? second)
    {
        Matrix<double> product = (first, second) switch
        {
            (null, null) => _q3,
            (null, { } e) => e.Apply(_qz2) * _qz.Transpose(),
            ({ } e, null) => e.Apply(_qz) * _qz2.Transpose(),
            ({ } e, { } f) => f.Apply(e.Apply(_qz) * _z) * _qz.Transpose(),
        };
        return (product + product.Transpose()) / 2;
    }

    private double Trace(TermPair?[] patterns, Matrix<double>[] spread, int i, int j) => (patterns[i], patterns[j]) switch
    {
        (null, null) => _trace2,
        ({ } e, null) => e.Apply(_z2).Trace(),
        (null, { } e) => e.Apply(_z2).Trace(),
        _ => TraceOf(spread[i], spread[j]),
    };

    private static double TraceOf(Matrix<double> left, Matrix<double> right) => left.PointwiseMultiply(right.Transpose()).Enumerate().Sum();

    private (Matrix<double> Cross, Matrix<double> Shared) Products()
    {
        GroupingFactor[] factors = _fit.Design.Factors;
        int[] first = First();
        LeastSquaresFit plain = _fit.Design.Fit;
        int size = first[^1];
        Matrix<double> cross = Matrix<double>.Build.Dense(size, size);
        Matrix<double> shared = Matrix<double>.Build.Dense(plain.TermCount, size);
        (int At, double Value)[] cells = new (int, double)[factors.Sum(factor => factor.Width)];
        for (int row = 0; row < plain.Rows; row++)
        {
            int next = 0;
            for (int f = 0; f < factors.Length; f++)
            {
                for (int column = 0; column < factors[f].Width; column++)
                {
                    cells[next++] = (first[f] + (factors[f].Positions[row] * factors[f].Width) + column, factors[f].Columns[column][row]);
                }
            }

            foreach ((int at, double value) in cells)
            {
                foreach ((int other, double otherValue) in cells)
                {
                    cross[at, other] += value * otherValue;
                }

                for (int term = 0; term < plain.TermCount; term++)
                {
                    shared[term, at] += plain.Q.At(row, term) * value;
                }
            }
        }

        return (cross, shared);
    }

    // A Λ: each column is a sum of the columns of the same group from its own on.
    private Matrix<double> TimesLambda(Matrix<double> left)
    {
        int[] first = First();
        Matrix<double> product = Matrix<double>.Build.Dense(left.RowCount, left.ColumnCount);
        for (int f = 0; f < first.Length - 1; f++)
        {
            int width = _fit.Design.Factors[f].Width;
            for (int cell = first[f]; cell < first[f + 1]; cell++)
            {
                int column = (cell - first[f]) % width;
                Vector<double> sum = left.Column(cell) * _fit.Kernel.Lambda[f][column, column].Value;
                for (int row = column + 1; row < width; row++)
                {
                    sum += left.Column(cell + row - column) * _fit.Kernel.Lambda[f][row, column].Value;
                }

                product.SetColumn(cell, sum);
            }
        }

        return product;
    }

    // A S with S = σ²ΛΛ'.
    private Matrix<double> TimesCovariance(Matrix<double> left)
    {
        Matrix<double> product = Matrix<double>.Build.Dense(left.RowCount, left.ColumnCount);
        foreach (TermPair pair in Patterns())
        {
            DualMatrix lambda = _fit.Kernel.Lambda[pair.Factor];
            double covariance = 0;
            for (int column = 0; column <= Math.Min(pair.Row, pair.Column); column++)
            {
                covariance += lambda[pair.Row, column].Value * lambda[pair.Column, column].Value;
            }

            product += pair.Apply(left) * (covariance * _fit.Variance);
        }

        return product;
    }

    private IEnumerable<TermPair> Patterns()
    {
        int[] first = First();
        return _fit.Design.Factors.SelectMany((factor, f) => factor.Blocks.SelectMany(block => Enumerable.Range(0, block.Terms.Count)
            .SelectMany(row => Enumerable.Range(0, row + 1).Select(column => new TermPair(
                f, first[f], factor.Levels.Length, factor.Width, block.FirstColumn + row, block.FirstColumn + column)))));
    }

    // Where the coefficients of each grouping begin, and at last where they end.
    private int[] First()
    {
        int[] first = new int[_fit.Design.Factors.Length + 1];
        for (int f = 0; f < _fit.Design.Factors.Length; f++)
        {
            first[f + 1] = first[f] + _fit.Design.Factors[f].Size;
        }

        return first;
    }
}
