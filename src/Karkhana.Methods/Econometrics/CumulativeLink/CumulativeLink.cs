using Karkhana.Core.Errors;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Fits P(Y ≤ k) = F(t_k − x'b) to ordered categories by maximum likelihood; with two categories and the logit this
/// is logistic regression.</summary>
/// <remarks>
/// Newton's method with the observed information; the log-likelihood is concave where the thresholds are in order (Pratt
/// 1981, doi:10.1080/01621459.1981.10477613), so a step is halved until they are and nothing is lost. Starts at the
/// thresholds of the model without columns. Columns should be of similar scale. Cost: rows × (columns + 2)² per step.
/// Source: McCullagh 1980, doi:10.1111/j.2517-6161.1980.tb01109.x.
/// </remarks>
internal static class CumulativeLink
{
    private const int MostSteps = 200;
    private const double LeastShare = 1e-10; // of information: below, columns say the same
    private const double VanishedShare = 1e-7; // of the information at the start: below, an estimate runs away

    /// <summary>Fits the model.</summary>
    /// <param name="columns">The columns of x, without a constant.</param>
    /// <param name="categories">The category of each row, from 0; every category must have weight.</param>
    /// <param name="count">The number of categories, at least 2.</param>
    /// <param name="weights">How many observations a row stands for.</param>
    /// <param name="link">The distribution function.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    public static CumulativeLinkFit Fit(
        double[][] columns,
        int[] categories,
        int count,
        double[] weights,
        OrderedLink link = OrderedLink.Logit,
        CancellationToken cancellationToken = default)
    {
        CumulativeLinkLikelihood likelihood = new(columns, categories, count, weights, link);
        double[] start = Start(categories, count, weights, link, columns.Length);
        double[] information = new double[start.Length * start.Length];
        double nullValue = likelihood.Evaluate(start, new double[start.Length], information);
        Matrix<double> first = Matrix<double>.Build.Dense(start.Length, start.Length, information);
        double weakest = Weakest(first, first);
        if (weakest < LeastShare)
        {
            return new CumulativeLinkFit(nullValue, double.NaN, start, count, first) { Aliased = true };
        }

        Ascent ascent = NewtonAscent.Maximise(likelihood, start, MostSteps, cancellationToken);
        return new CumulativeLinkFit(nullValue, ascent.Value, ascent.Estimates, count, ascent.Information)
        {
            Ascent = ascent,
            Converged = ascent.Converged,
            Separated = Weakest(ascent.Information, first) < VanishedShare * weakest,
        };
    }

    private static double[] Start(int[] categories, int count, double[] weights, OrderedLink link, int columns)
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
            estimate[k] = Quantile(link, below / all);
        }

        return estimate;
    }

    private static double Quantile(OrderedLink link, double probability) => link switch
    {
        OrderedLink.Probit => Normal.InvCDF(0, 1, probability),
        OrderedLink.ComplementaryLogLog => Math.Log(-SpecialFunctions.Log1p(-probability)),
        _ => Math.Log(probability / (1 - probability)),
    };

    // The least eigenvalue of the information, in units of the diagonal of that at the start.
    private static double Weakest(Matrix<double> information, Matrix<double> start)
    {
        Matrix<double> scaled = information.MapIndexed((i, j, value) =>
            start[i, i] > 0 && start[j, j] > 0 ? value / Math.Sqrt(start[i, i] * start[j, j]) : 0);
        return SymmetricEigen.Of(scaled, "information").EigenValues.Min(value => value.Real);
    }
}
