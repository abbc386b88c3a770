using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Direct quartimin (oblimin with γ = 0) by gradient projection from several starts.</summary>
/// <remarks>
/// Pattern P = A(T′)⁻¹, T with columns of length 1, minimises ¼ Σ over pairs of different factors of Σ_j p_ja² p_jb²;
/// factor correlations T′T. Source: Jennrich and Sampson 1966, doi:10.1007/BF02289465; Jennrich 2002,
/// doi:10.1007/BF02294706.
/// </remarks>
internal static class ObliminRotation
{
    private const int MostSteps = 10_000;
    private const int MostHalvings = 20;
    private const double SmallGradient = 1e-9;
    private const double EnoughForConvergence = 1e-6;
    private const double NoGain = 1e-9;

    public static RotatedFactors Of(Matrix<double> loadings, Starts starts, CancellationToken cancellationToken)
    {
        Rotation? best = null;
        for (int start = 0; start < starts.Count; start++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Rotation next = From(loadings, StartingPoint(loadings.ColumnCount, start, starts.Seed));
            if (best is null || next.Value < best.Value - NoGain || (next.Converged && !best.Converged))
            {
                best = next;
            }
        }

        return new RotatedFactors(best!.Pattern, best.Turn.TransposeThisAndMultiply(best.Turn), best.Converged);
    }

    private static Rotation From(Matrix<double> loadings, Matrix<double> start)
    {
        Rotation now = Rotation.At(loadings, start);
        double step = 1;
        for (int iteration = 0; iteration < MostSteps; iteration++)
        {
            Matrix<double> gradient = now.ProjectedGradient();
            double length = gradient.FrobeniusNorm();
            if (length <= SmallGradient)
            {
                break;
            }

            (Rotation? next, step) = Search(loadings, now, gradient, 2 * step);
            if (next is null)
            {
                break;
            }

            now = next;
        }

        return now with { Converged = now.ProjectedGradient().FrobeniusNorm() <= EnoughForConvergence };
    }

    private static (Rotation? Next, double Step) Search(
        Matrix<double> loadings, Rotation now, Matrix<double> gradient, double step)
    {
        double squared = gradient.FrobeniusNorm() * gradient.FrobeniusNorm();
        for (int halving = 0; halving < MostHalvings; halving++, step /= 2)
        {
            Rotation next = Rotation.At(loadings, (now.Turn - (step * gradient)).NormalizeColumns(2));
            if (now.Value - next.Value >= (0.5 * squared * step) - 1e-16)
            {
                return (next, step);
            }
        }

        return (null, step);
    }

    private static Matrix<double> StartingPoint(int factors, int start, ulong seed)
    {
        if (start == 0)
        {
            return Matrix<double>.Build.DenseIdentity(factors);
        }

        RandomStream stream = new(seed, RandomPurpose.StartingValues, start, substream: 1);
        return Matrix<double>.Build.Dense(factors, factors, (_, _) => stream.NextGaussian()).QR().Q;
    }

    /// <summary>A point of the search.</summary>
    private sealed record Rotation(
        Matrix<double> Turn, Matrix<double> Inverse, Matrix<double> Pattern, double Value, bool Converged = false)
    {
        public static Rotation At(Matrix<double> loadings, Matrix<double> turn)
        {
            Matrix<double> inverse = turn.Inverse();
            Matrix<double> pattern = loadings * inverse.Transpose();
            Matrix<double> squares = pattern.PointwiseMultiply(pattern);
            return new Rotation(turn, inverse, pattern, squares.PointwiseMultiply(OfOthers(squares)).RowSums().Sum() / 4);
        }

        /// <summary>Gives the gradient over the turn, less what would change the length of its columns.</summary>
        public Matrix<double> ProjectedGradient()
        {
            Matrix<double> overPattern = Pattern.PointwiseMultiply(OfOthers(Pattern.PointwiseMultiply(Pattern)));
            Matrix<double> gradient = -(Pattern.TransposeThisAndMultiply(overPattern) * Inverse).Transpose();
            double[] along = Turn.PointwiseMultiply(gradient).ColumnSums().ToArray();
            return gradient - (Turn * Matrix<double>.Build.DenseOfDiagonalArray(along));
        }

        /// <summary>Gives for each cell the sum of the other cells of its row.</summary>
        private static Matrix<double> OfOthers(Matrix<double> squares)
        {
            Vector<double> rows = squares.RowSums();
            return squares.MapIndexed((row, _, value) => rows[row] - value, Zeros.Include);
        }
    }
}
