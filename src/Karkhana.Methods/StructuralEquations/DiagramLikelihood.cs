using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>The normal likelihood of path diagrams, one for each group, that may share parameters.</summary>
/// <remarks>
/// −2 ln L = Σ n[ln|Σ| + tr(SΣ⁻¹) + (x̄ − μ)′Σ⁻¹(x̄ − μ)] over blocks of cases that show the same variables, less k ln 2π
/// each. With complete cases it is, up to a constant, n times the discrepancy of Jöreskog; otherwise the likelihood of
/// what was observed. Source: Jöreskog 1971, doi:10.1007/BF02291366; Enders 2010, chapter 4.
/// </remarks>
internal sealed class DiagramLikelihood(
    IReadOnlyList<PathDiagram> diagrams, IReadOnlyList<MomentBlock> blocks, int parameters) : IScoringObjective
{
    private const double SmallestEigenvalue = 1e-9;

    /// <summary>Gets the number of parameters.</summary>
    public int Parameters => parameters;

    public IReadOnlyList<PathDiagram> Diagrams => diagrams;

    public IReadOnlyList<MomentBlock> Blocks => blocks;

    /// <summary>Gives −2 ln L without the constants; positive infinity where Σ is not positive definite.</summary>
    public double ValueAt(Vector<double> point)
    {
        DiagramMoments[] moments = [.. diagrams.Select(diagram => diagram.At(point))];
        double sum = 0;
        foreach (MomentBlock block in blocks)
        {
            if (PositiveDefinite.Factor(moments[block.Group].CovariancesOf(block.Places)) is not { } factor)
            {
                return double.PositiveInfinity;
            }

            Vector<double> distance = BlockForms.DistanceOf(diagrams[block.Group], moments[block.Group], block);
            sum += block.Count
                * (factor.DeterminantLn + factor.Solve(block.Covariances).Trace() + distance.DotProduct(factor.Solve(distance)));
        }

        return sum;
    }

    public (Vector<double> Scores, Matrix<double> Information) DerivativesAt(Vector<double> point) =>
        DerivativesAt(point, observed: false);

    /// <summary>Gives the slopes of ln L and its expected or observed information.</summary>
    public (Vector<double> Scores, Matrix<double> Information) DerivativesAt(Vector<double> point, bool observed)
    {
        Vector<double> scores = Vector<double>.Build.Dense(parameters);
        Matrix<double> information = Matrix<double>.Build.Dense(parameters, parameters);
        DiagramMoments[] moments = [.. diagrams.Select(diagram => diagram.At(point))];
        foreach (MomentBlock block in blocks)
        {
            PathDiagram diagram = diagrams[block.Group];
            BlockForms forms = BlockForms.Of(diagram, moments[block.Group], block);
            ArrowDirection[] directions = ArrowDirection.Of(diagram, moments[block.Group]);
            for (int a = 0; a < directions.Length; a++)
            {
                ArrowDirection own = directions[a];
                scores[own.Arrow.Position] += block.Count * forms.Score(own);
                for (int b = 0; b <= a; b++)
                {
                    ArrowDirection other = directions[b];
                    double cell = block.Count * (forms.Expected(own, other) + (observed ? forms.ObservedExcess(own, other) : 0));
                    information[own.Arrow.Position, other.Arrow.Position] += cell;
                    if (b < a)
                    {
                        information[other.Arrow.Position, own.Arrow.Position] += cell;
                    }
                }
            }
        }

        return (scores, information);
    }

    /// <summary>Gives the slopes of ln L case by case.</summary>
    /// <param name="point">The parameters.</param>
    /// <param name="block">The block to which the cases belong.</param>
    /// <param name="deviations">Case by variable that is there, less the mean (of the model where it has means).</param>
    public Matrix<double> CaseScores(Vector<double> point, MomentBlock block, Matrix<double> deviations)
    {
        PathDiagram diagram = diagrams[block.Group];
        DiagramMoments moments = diagram.At(point);
        Matrix<double> basis = BlockForms.Basis(moments, block.Places);
        Matrix<double> weighted = moments.CovariancesOf(block.Places).Cholesky().Solve(basis);
        Matrix<double> forms = basis.TransposeThisAndMultiply(weighted);
        Matrix<double> cases = deviations * weighted;
        Matrix<double> scores = Matrix<double>.Build.Dense(deviations.RowCount, parameters);
        foreach (ArrowDirection a in ArrowDirection.Of(diagram, moments))
        {
            for (int row = 0; row < scores.RowCount; row++)
            {
                double left = cases[row, a.Left];
                scores[row, a.Arrow.Position] +=
                    (a.Scale * ((left * cases[row, a.Right]) - forms[a.Left, a.Right])) + (a.MeanScale * left);
            }
        }

        return scores;
    }

    /// <summary>Inverts an information matrix after bringing its diagonal to 1, so that the scale of the variables has no
    /// part in telling whether it has an inverse; null when it has none.</summary>
    public static Matrix<double>? Invert(Matrix<double> information)
    {
        double[] scale = [.. information.Diagonal().Select(Math.Sqrt)];
        Matrix<double> scaled = information.MapIndexed((i, j, value) => value / (scale[i] * scale[j]), Zeros.Include);
        if (!scaled.ForAll(double.IsFinite) || (scale.Length > 0
            && scaled.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real) < SmallestEigenvalue))
        {
            return null;
        }

        return scale.Length == 0 ? scaled : scaled.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(scaled.RowCount))
            .MapIndexed((i, j, value) => value / (scale[i] * scale[j]), Zeros.Include);
    }
}
