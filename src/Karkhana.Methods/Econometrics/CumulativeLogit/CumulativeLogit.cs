using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Fits P(Y ≤ k) = σ(t_k − x'b) to ordered categories by maximum likelihood; with two categories this is logistic
/// regression.</summary>
/// <remarks>
/// Newton's method with the observed information; the log-likelihood is concave where the thresholds are in order (Pratt
/// 1981, doi:10.1080/01621459.1981.10477613), so a step is halved until they are and nothing is lost. Starts at the
/// thresholds of the model without columns. Columns should be of similar scale. Cost: rows × (columns + 2)² per step.
/// Source: McCullagh 1980, doi:10.1111/j.2517-6161.1980.tb01109.x.
/// </remarks>
internal static class CumulativeLogit
{
    private const int MostSteps = 200;
    private const int MostHalvings = 40;
    private const double Decrement = 1e-13; // twice the log-likelihood that a further step could gain
    private const double Rounding = 1e-12; // of the log-likelihood: near the maximum its last digits are noise
    private const double LeastShare = 1e-10; // of information: below, columns say the same
    private const double VanishedShare = 1e-7; // of the information at the start: below, an estimate runs away

    /// <summary>Fits the model.</summary>
    /// <param name="columns">The columns of x, without a constant.</param>
    /// <param name="categories">The category of each row, from 0; every category must have weight.</param>
    /// <param name="count">The number of categories, at least 2.</param>
    /// <param name="weights">How many observations a row stands for.</param>
    public static CumulativeLogitFit Fit(double[][] columns, int[] categories, int count, double[] weights)
    {
        CumulativeLogitLikelihood likelihood = new(columns, categories, count, weights);
        double[] estimate = Start(categories, count, weights, columns.Length);
        double value = likelihood.Evaluate(estimate);
        double nullValue = value;
        Matrix<double> first = likelihood.Information;
        double weakest = Weakest(first, first);
        if (weakest < LeastShare)
        {
            return new CumulativeLogitFit(nullValue, double.NaN, estimate, count, first) { Aliased = true };
        }

        bool converged = false;
        for (int step = 0; step < MostSteps && !converged; step++)
        {
            double[] direction = Direction(likelihood, out double decrement);
            converged = !(decrement > Decrement);
            (bool moved, double reached) = Move(likelihood, estimate, direction, value);
            converged |= !moved;
            value = reached;
        }

        return new CumulativeLogitFit(nullValue, value, estimate, count, likelihood.Information)
        {
            Converged = converged,
            Separated = Weakest(likelihood.Information, first) < VanishedShare * weakest,
        };
    }

    private static double[] Start(int[] categories, int count, double[] weights, int columns)
    {
        double[] totals = new double[count];
        for (int row = 0; row < categories.Length; row++)
        {
            totals[categories[row]] += weights[row];
        }

        Require.That(count >= 2 && totals.All(total => total > 0), nameof(categories), "must have at least two, and rows in each");
        double[] estimate = new double[count - 1 + columns];
        (double below, double all) = (0, totals.Sum());
        for (int k = 0; k < count - 1; k++)
        {
            below += totals[k];
            estimate[k] = Math.Log(below / (all - below));
        }

        return estimate;
    }

    private static double[] Direction(CumulativeLogitLikelihood likelihood, out double decrement)
    {
        Vector<double> gradient = Vector<double>.Build.DenseOfArray(likelihood.Gradient);
        // An estimate that runs away leaves no information behind; the least-norm step goes on along the others.
        var eigen = likelihood.Information.Evd(Symmetricity.Symmetric);
        double greatest = eigen.EigenValues[^1].Real;
        Vector<double> turned = eigen.EigenVectors.TransposeThisAndMultiply(gradient);
        turned.MapIndexedInplace((i, value) => eigen.EigenValues[i].Real > 1e-14 * greatest ? value / eigen.EigenValues[i].Real : 0);
        Vector<double> direction = eigen.EigenVectors * turned;
        decrement = direction.DotProduct(gradient);
        return [.. direction];
    }

    private static (bool Moved, double Value) Move(
        CumulativeLogitLikelihood likelihood, double[] estimate, double[] direction, double value)
    {
        double[] before = [.. estimate];
        double share = 1;
        for (int halving = 0; halving < MostHalvings; halving++, share /= 2)
        {
            for (int i = 0; i < estimate.Length; i++)
            {
                estimate[i] = before[i] + (share * direction[i]);
            }

            double reached = likelihood.Evaluate(estimate);
            if (reached >= value - (Rounding * Math.Abs(value)))
            {
                return (true, reached);
            }
        }

        before.CopyTo(estimate, 0);
        return (false, likelihood.Evaluate(estimate));
    }

    // The least eigenvalue of the information, in units of the diagonal of that at the start.
    private static double Weakest(Matrix<double> information, Matrix<double> start)
    {
        Matrix<double> scaled = information.MapIndexed((i, j, value) =>
            start[i, i] > 0 && start[j, j] > 0 ? value / Math.Sqrt(start[i, i] * start[j, j]) : 0);
        return scaled.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);
    }
}
