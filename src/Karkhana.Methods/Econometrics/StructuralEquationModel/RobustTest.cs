using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Corrects test and standard errors of maximum likelihood for variables that are not normal.</summary>
/// <remarks>
/// Satorra and Bentler: tr(UΓ), Γ the covariance of the products zz′ of centred cases (given exogenous variables, of zz′ −
/// ff′, f what they predict), U = V − VΔ(Δ′VΔ)⁻¹Δ′V, V from the normal likelihood at Σ. Neither Γ nor U is formed: with W =
/// Σ⁻¹, tr(VΓ) = ½ mean tr(WZWZ) and the rest are case-wise scores. Yuan and Bentler: tr(B₁A₁⁻¹) − tr(BA⁻¹), A observed
/// information, B products of case-wise scores, A₁ and B₁ the same of the saturated model.
/// Source: Satorra and Bentler 1994, in von Eye and Clogg, 399–419; Yuan and Bentler 2000, doi:10.1111/0081-1750.00078.
/// </remarks>
internal sealed class RobustTest
{
    private readonly StructuralSample _sample;
    private readonly int[] _exogenous;
    private readonly TestCorrection _correction;
    private readonly double _saturatedTrace;

    /// <summary>Prepares the correction.</summary>
    /// <param name="sample">The cases.</param>
    /// <param name="exogenous">The variables that the likelihood is conditional on.</param>
    /// <param name="correction">Which one.</param>
    /// <param name="saturated">The model without a restriction, and its parameters.</param>
    public RobustTest(
        StructuralSample sample, int[] exogenous, TestCorrection correction, (DiagramLikelihood Likelihood, Vector<double> Point) saturated)
    {
        (_sample, _exogenous, _correction) = (sample, exogenous, correction);
        _saturatedTrace = correction == TestCorrection.YuanBentler ? Sandwich(saturated.Likelihood, saturated.Point).Trace : double.NaN;
    }

    public CorrectedTest Of(DiagramLikelihood likelihood, Vector<double> point) => _correction switch
    {
        TestCorrection.SatorraBentler => SatorraBentler(likelihood, point),
        TestCorrection.YuanBentler => YuanBentler(likelihood, point),
        _ => new CorrectedTest(double.NaN, null),
    };

    private CorrectedTest SatorraBentler(DiagramLikelihood likelihood, Vector<double> point)
    {
        MomentBlock block = _sample.Blocks[0];
        Matrix<double> cases = Centred(_sample.Cases[0]);
        Matrix<double> predicted = Predicted(cases);
        Matrix<double> scores = Centred(
            likelihood.CaseScores(point, block, cases) - likelihood.CaseScores(point, block, predicted));
        Matrix<double>? bread = DiagramLikelihood.Invert(likelihood.DerivativesAt(point).Information);
        Matrix<double> meat = scores.TransposeThisAndMultiply(scores);
        double trace = ProductTrace(likelihood.Diagrams[0].At(point).CovariancesOf(block.Places), cases, predicted);
        return bread is null
            ? new CorrectedTest(double.NaN, null)
            : new CorrectedTest(trace - (bread * meat).Trace(), bread * meat * bread);
    }

    private CorrectedTest YuanBentler(DiagramLikelihood likelihood, Vector<double> point)
    {
        (double trace, Matrix<double>? covariance) = Sandwich(likelihood, point);
        return new CorrectedTest(_saturatedTrace - trace, covariance);
    }

    private (double Trace, Matrix<double>? Covariance) Sandwich(DiagramLikelihood likelihood, Vector<double> point)
    {
        Matrix<double>? bread = DiagramLikelihood.Invert(likelihood.DerivativesAt(point, observed: true).Information);
        if (bread is null)
        {
            return (double.NaN, null);
        }

        PathDiagram diagram = likelihood.Diagrams[0];
        DiagramMoments implied = diagram.At(point);
        Matrix<double> meat = Matrix<double>.Build.Dense(likelihood.Parameters, likelihood.Parameters);
        for (int k = 0; k < _sample.Blocks.Count; k++)
        {
            MomentBlock block = _sample.Blocks[k];
            Vector<double> centre = diagram.HasMeans ? implied.MeansOf(block.Places) : block.Means;
            Matrix<double> scores = likelihood.CaseScores(
                point, block, _sample.Cases[k].MapIndexed((_, column, value) => value - centre[column], Zeros.Include));
            meat += scores.TransposeThisAndMultiply(scores);
        }

        return ((bread * meat).Trace(), bread * meat * bread);
    }

    /// <summary>Gives ½ mean tr(WZWZ) with Z = zz′ − ff′ less its mean.</summary>
    private static double ProductTrace(Matrix<double> implied, Matrix<double> cases, Matrix<double> predicted)
    {
        int rows = cases.RowCount;
        var factor = implied.Cholesky();
        Matrix<double> weighted = factor.Solve(cases.Transpose());
        Matrix<double> weightedPrediction = factor.Solve(predicted.Transpose());
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            double own = cases.Row(row).DotProduct(weighted.Column(row));
            double cross = predicted.Row(row).DotProduct(weighted.Column(row));
            double fitted = predicted.Row(row).DotProduct(weightedPrediction.Column(row));
            sum += (own * own) - (2 * cross * cross) + (fitted * fitted);
        }

        Matrix<double> mean = ((weighted * cases) - (weightedPrediction * predicted)) / rows;
        return ((sum / rows) - (mean * mean).Trace()) / 2;
    }

    /// <summary>Gives what the exogenous variables predict of all variables; zeros without any.</summary>
    private Matrix<double> Predicted(Matrix<double> cases)
    {
        if (_exogenous.Length == 0)
        {
            return Matrix<double>.Build.Dense(cases.RowCount, cases.ColumnCount);
        }

        Matrix<double> given = Matrix<double>.Build.DenseOfColumnVectors(_exogenous.Select(cases.Column));
        return given * given.TransposeThisAndMultiply(given).Cholesky().Solve(given.TransposeThisAndMultiply(cases));
    }

    private static Matrix<double> Centred(Matrix<double> cases)
    {
        Vector<double> means = cases.ColumnSums() / cases.RowCount;
        return cases.MapIndexed((_, column, value) => value - means[column], Zeros.Include);
    }
}
