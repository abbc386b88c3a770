using Karkhana.Core.Errors;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>Maximum-likelihood means and covariances of normal variables of which some cases lack some.</summary>
/// <param name="Means">By variable.</param>
/// <param name="Covariances">Variable by variable.</param>
/// <param name="Converged">Whether the steps became small.</param>
internal sealed record SaturatedMoments(Vector<double> Means, Matrix<double> Covariances, bool Converged)
{
    private const int MostSteps = 20_000;
    private const double SmallStep = 1e-10;

    /// <summary>Runs the EM algorithm from the moments of each variable alone.</summary>
    /// <remarks>A case that shows the variables o is expected to have μ + R(x_o − μ_o), R = Σ_·o Σ_oo⁻¹, and its rest the
    /// covariance Σ − RΣ_o·. Source: Dempster, Laird and Rubin 1977, doi:10.1111/j.2517-6161.1977.tb01600.x.</remarks>
    /// <exception cref="ArgumentException">The covariances become singular.</exception>
    public static SaturatedMoments Of(IReadOnlyList<MomentBlock> blocks, int variables, CancellationToken cancellationToken)
    {
        SaturatedMoments now = Alone(blocks, variables);
        for (int step = 0; step < MostSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SaturatedMoments next = now.Next(blocks);
            double moved = 0;
            for (int i = 0; i < variables; i++)
            {
                double deviation = Math.Sqrt(now.Covariances[i, i]);
                moved = Math.Max(moved, Math.Abs(next.Means[i] - now.Means[i]) / deviation);
                for (int j = 0; j <= i; j++)
                {
                    double unit = deviation * Math.Sqrt(now.Covariances[j, j]);
                    moved = Math.Max(moved, Math.Abs(next.Covariances[i, j] - now.Covariances[i, j]) / unit);
                }
            }

            now = next;
            if (moved <= SmallStep)
            {
                return now with { Converged = true };
            }
        }

        return now;
    }

    /// <summary>Takes means and variances of each variable from the cases that show it; covariances are 0.</summary>
    public static SaturatedMoments Alone(IReadOnlyList<MomentBlock> blocks, int variables)
    {
        Vector<double> counts = Vector<double>.Build.Dense(variables);
        Vector<double> sums = Vector<double>.Build.Dense(variables);
        Vector<double> squares = Vector<double>.Build.Dense(variables);
        foreach (MomentBlock block in blocks)
        {
            for (int k = 0; k < block.Places.Length; k++)
            {
                int place = block.Places[k];
                counts[place] += block.Count;
                sums[place] += block.Count * block.Means[k];
                squares[place] += block.Count * (block.Covariances[k, k] + (block.Means[k] * block.Means[k]));
            }
        }

        Vector<double> means = sums.PointwiseDivide(counts);
        return new SaturatedMoments(
            means, Matrix<double>.Build.DenseOfDiagonalVector(squares.PointwiseDivide(counts) - means.PointwisePower(2)), false);
    }

    private SaturatedMoments Next(IReadOnlyList<MomentBlock> blocks)
    {
        int variables = Means.Count;
        Vector<double> shift = Vector<double>.Build.Dense(variables);
        Matrix<double> second = Matrix<double>.Build.Dense(variables, variables);
        double cases = 0;
        foreach (MomentBlock block in blocks)
        {
            Matrix<double> shown = Matrix<double>.Build.Dense(
                block.Places.Length, variables, (row, column) => Covariances[block.Places[row], column]);
            Matrix<double> own = Matrix<double>.Build.Dense(
                block.Places.Length, block.Places.Length, (i, j) => Covariances[block.Places[i], block.Places[j]]);
            var factor = PositiveDefinite.Factor(own);
            Require.That(factor is not null, "sample", "must hold variables of which none follows from the others; their covariances became singular");
            Matrix<double> regression = factor!.Solve(shown);
            Vector<double> distance = block.Means - Vector<double>.Build.Dense(block.Places.Length, i => Means[block.Places[i]]);
            shift += block.Count * regression.TransposeThisAndMultiply(distance);
            second += block.Count * (regression.TransposeThisAndMultiply(
                (block.Covariances + distance.OuterProduct(distance)) * regression)
                + Covariances - regression.TransposeThisAndMultiply(shown));
            cases += block.Count;
        }

        Vector<double> step = shift / cases;
        Matrix<double> covariances = (second / cases) - step.OuterProduct(step);
        return new SaturatedMoments(Means + step, (covariances + covariances.Transpose()) / 2, false);
    }
}
