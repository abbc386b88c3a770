using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>The textbook formulas on the whole covariance of the outcomes at given variances.</summary>
internal sealed class DenseMixedModel
{
    private readonly Matrix<double> _x;
    private readonly Matrix<double> _v;
    private readonly Matrix<double> _zs;
    private readonly Matrix<double> _s;
    private readonly Vector<double> _rest;

    public DenseMixedModel((double[] Y, double[] X, string[] Towns, string[] Months) sample, LinearMixedModelResult result)
    {
        int n = sample.Y.Length;
        _x = Matrix<double>.Build.Dense(n, 2, (row, term) => term == 0 ? 1 : sample.X[row]);
        (int Effect, Func<int, double> Value)[] columns = [.. result.GroupTerms.SelectMany((term, effect) => term.Levels.Select(
            level => (effect, (Func<int, double>)(row => (term.Group == "town" ? sample.Towns : sample.Months)[row] != level ? 0
                : term.Term == "x" ? sample.X[row] : 1))))];
        Matrix<double> z = Matrix<double>.Build.Dense(n, columns.Length, (row, column) => columns[column].Value(row));
        _s = Prior(result);
        _zs = z * _s;
        _v = (_zs * z.Transpose()) + (Matrix<double>.Build.DenseIdentity(n) * result.Components[^1].Variance);
        Matrix<double> bread = (_x.Transpose() * _v.Inverse() * _x).Inverse();
        Vector<double> y = Vector<double>.Build.Dense(sample.Y);
        Vector<double> b = bread * (_x.Transpose() * (_v.Inverse() * y));
        (Coefficients, Covariance) = ([.. b], bread.ToRowMajorArray());
        _rest = y - (_x * b);
    }

    public double[] Coefficients { get; }

    public double[] Covariance { get; }

    public double[] Predictions => [.. _zs.Transpose() * (_v.Inverse() * _rest)];

    public double[] PredictionErrors =>
        [.. (_s - (_zs.Transpose() * _v.Inverse() * _zs)).Diagonal().Select(variance => Math.Sqrt(Math.Max(0, variance)))];

    public double Deviance(LikelihoodCriterion method)
    {
        double fit = _rest * (_v.Inverse() * _rest);
        double deviance = _v.Cholesky().DeterminantLn + fit + (_rest.Count * Math.Log(2 * Math.PI));
        return method == LikelihoodCriterion.Ml
            ? deviance
            : deviance + Math.Log((_x.Transpose() * _v.Inverse() * _x).Determinant()) - (2 * Math.Log(2 * Math.PI));
    }

    private static Matrix<double> Prior(LinearMixedModelResult result)
    {
        (GroupTerm Term, string Level)[] effects = [.. result.GroupTerms.SelectMany(term => term.Levels.Select(level => (term, level)))];
        return Matrix<double>.Build.Dense(effects.Length, effects.Length, (i, j) =>
            effects[i].Level != effects[j].Level || effects[i].Term.Group != effects[j].Term.Group ? 0
            : result.Components.Single(component => component.Group == effects[i].Term.Group
                && (effects[i].Term.Term == effects[j].Term.Term
                    ? component.Term == effects[i].Term.Term && component.OtherTerm.Length == 0
                    : component.OtherTerm.Length > 0)).Variance);
    }
}
