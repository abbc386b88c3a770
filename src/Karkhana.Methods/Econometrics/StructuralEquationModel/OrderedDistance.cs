using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The weighted squared distance of polychoric correlations from those that a diagram implies.</summary>
/// <remarks>Σ (r − ρ)²/Γ over pairs, Γ the asymptotic variance of r (already divided by n).</remarks>
internal sealed class OrderedDistance(PathDiagram diagram, OrderedMoments sample, int parameters) : IScoringObjective
{
    private readonly (int Item, int Other)[] _pairs = [.. OrderedMoments.Pairs(diagram.Observed)];

    public double ValueAt(Vector<double> point)
    {
        Matrix<double> implied = diagram.At(point).Covariances;
        double sum = 0;
        for (int pair = 0; pair < _pairs.Length; pair++)
        {
            (int item, int other) = _pairs[pair];
            double residual = sample.Correlations[item, other] - implied[item, other];
            sum += residual * residual / sample.Covariance[pair, pair];
        }

        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    public (Vector<double> Scores, Matrix<double> Information) DerivativesAt(Vector<double> point)
    {
        Matrix<double> slopes = SlopesAt(point);
        Matrix<double> weighted = Weighted(slopes);
        Matrix<double> implied = diagram.At(point).Covariances;
        Vector<double> residuals = Vector<double>.Build.Dense(
            _pairs.Length, pair => sample.Correlations[_pairs[pair].Item, _pairs[pair].Other] - implied[_pairs[pair].Item, _pairs[pair].Other]);
        return (weighted.TransposeThisAndMultiply(residuals), weighted.TransposeThisAndMultiply(slopes));
    }

    /// <summary>Gives the robust covariance of the parameters, and the trace of UΓ and of its square, U the weight less
    /// what the parameters take up; the covariance is null when the parameters are not told apart.</summary>
    public (Matrix<double>? Covariance, double Trace, double SquareTrace) RobustAt(Vector<double> point)
    {
        Matrix<double> slopes = SlopesAt(point);
        Matrix<double> weighted = Weighted(slopes);
        Matrix<double>? bread = DiagramLikelihood.Invert(weighted.TransposeThisAndMultiply(slopes));
        if (bread is null)
        {
            return (null, double.NaN, double.NaN);
        }

        Matrix<double> middle = Matrix<double>.Build.DenseOfDiagonalVector(1 / sample.Covariance.Diagonal())
            - (weighted * bread * weighted.Transpose());
        Matrix<double> product = middle * sample.Covariance;
        return (
            bread * weighted.TransposeThisAndMultiply(sample.Covariance * weighted) * bread,
            product.Trace(),
            product.PointwiseMultiply(product.Transpose()).RowSums().Sum());
    }

    private Matrix<double> SlopesAt(Vector<double> point)
    {
        DiagramMoments moments = diagram.At(point);
        Matrix<double> basis = BlockForms.Basis(moments, [.. Enumerable.Range(0, diagram.Observed)]);
        Matrix<double> slopes = Matrix<double>.Build.Dense(_pairs.Length, parameters);
        foreach (ArrowDirection direction in ArrowDirection.Of(diagram, moments))
        {
            for (int pair = 0; pair < _pairs.Length; pair++)
            {
                slopes[pair, direction.Arrow.Position] += direction.OfCovariance(basis, _pairs[pair].Item, _pairs[pair].Other);
            }
        }

        return slopes;
    }

    private Matrix<double> Weighted(Matrix<double> slopes) =>
        slopes.MapIndexed((pair, _, value) => value / sample.Covariance[pair, pair], Zeros.Include);
}
