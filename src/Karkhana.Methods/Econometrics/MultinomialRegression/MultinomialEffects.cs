using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Average changes of the probability of each category per unit of each term.</summary>
/// <param name="Effects">By category, base first, then by term; NaN for the constant.</param>
/// <param name="StandardErrors">By the delta method.</param>
internal sealed record MultinomialEffects(double[] Effects, double[] StandardErrors)
{
    /// <summary>Computes them.</summary>
    /// <remarks>∂p_c/∂x_k = p_c(b_ck − m_k) with m_k = Σ_l p_l b_lk; by b_jq this changes by
    /// p_c(1(c = j) − p_j)x_q(b_ck − m_k) + p_c[1(c = j)1(k = q) − p_j x_q(b_jk − m_k) − p_j 1(k = q)]. Cost:
    /// C²k² per row.</remarks>
    public static MultinomialEffects Of(CategoryOutcome outcome, MultinomialFit fit, Matrix<double> covariance)
    {
        int categories = outcome.Categories.Length;
        int k = fit.Terms;
        double all = Sums.Sum(outcome.Design.Weights);
        double[] effects = new double[categories * k];
        Matrix<double> jacobian = Matrix<double>.Build.Dense(categories * k, fit.Estimates.Length);
        double[] means = new double[k];
        for (int row = 0; row < outcome.Codes.Length; row++)
        {
            FillMeans(fit, row, means);
            for (int place = 0; place < effects.Length; place++)
            {
                (int category, int term) = (place / k, place % k);
                double slope = Coefficient(fit, category, term) - means[term];
                double weight = outcome.Design.Weights[row] / all * fit.Probabilities[category][row];
                effects[place] += weight * slope;
                AddRow(outcome.Design, fit, jacobian, (place, row), (weight, slope, means[term]));
            }
        }

        double[] errors = [.. Enumerable.Range(0, effects.Length).Select(place =>
            Math.Sqrt(Math.Max(0, jacobian.Row(place).DotProduct(covariance * jacobian.Row(place)))))];
        for (int place = 0; place < effects.Length; place++)
        {
            int term = place % k;
            bool separates = Enumerable.Range(0, categories - 1).Any(j => fit.Separation?.Direction[(j * k) + term] is not (null or 0));
            if (separates || (outcome.Design.HasIntercept && term == 0))
            {
                (effects[place], errors[place]) = (double.NaN, double.NaN);
            }
        }

        return new MultinomialEffects(effects, errors);
    }

    private static void AddRow(
        DesignMatrix design, MultinomialFit fit, Matrix<double> jacobian, (int Place, int Row) at, (double Weight, double Slope, double Mean) part)
    {
        (int category, int term) = (at.Place / fit.Terms, at.Place % fit.Terms);
        for (int j = 1; j < fit.Probabilities.Length; j++)
        {
            double own = category == j ? 1 : 0;
            double share = fit.Probabilities[j][at.Row];
            double along = ((own - share) * part.Slope) - (share * (Coefficient(fit, j, term) - part.Mean));
            int first = (j - 1) * fit.Terms;
            for (int q = 0; q < fit.Terms; q++)
            {
                jacobian[at.Place, first + q] += part.Weight * ((along * design.Columns[q][at.Row]) + (q == term ? own - share : 0));
            }
        }
    }

    private static void FillMeans(MultinomialFit fit, int row, double[] means)
    {
        Array.Clear(means);
        for (int j = 1; j < fit.Probabilities.Length; j++)
        {
            for (int term = 0; term < means.Length; term++)
            {
                means[term] += fit.Probabilities[j][row] * Coefficient(fit, j, term);
            }
        }
    }

    private static double Coefficient(MultinomialFit fit, int category, int term) =>
        category == 0 ? 0 : fit.Estimates[((category - 1) * fit.Terms) + term];
}
