using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The change of the expected outcome per unit of each term through both parts, on average over the rows.</summary>
/// <param name="Effects">One per term of the first part; NaN for the constant.</param>
/// <param name="ThroughChance">The part of it through whether there is an amount.</param>
/// <param name="StandardErrors">By the delta method from the joint covariance.</param>
/// <param name="Mean">The mean expected outcome.</param>
internal sealed record CombinedEffects(double[] Effects, double[] ThroughChance, double[] StandardErrors, double Mean)
{
    /// <summary>Computes them.</summary>
    /// <remarks>E y = p·m, m = S·exp(x'b): ∂E y/∂x_k = pm[(1 − p)a_k + b_k].</remarks>
    public static CombinedEffects Of(TwoPartFit fit, Matrix<double> covariance)
    {
        double[] chances = fit.Logit.Probabilities;
        double[] slopes = Slopes(fit); // of the second part, in the places of the first
        double[] index = IndexLikelihood<LogitRow>.Index(fit.Any.Columns, slopes);
        double all = Sums.Sum(fit.Any.Weights);
        double[] means = [.. index.Select((at, row) => fit.Any.Weights[row] / all * chances[row] * fit.Amount.Factor * Math.Exp(at))];
        int k = fit.Any.Terms.Length;
        double mean = Sums.Sum(means);
        double[] weighted = [.. means.Zip(chances, (value, p) => value * (1 - p))];
        double doubt = Sums.Sum(weighted);
        (double[] effects, double[] through, double[] errors) = (new double[k], new double[k], new double[k]);
        for (int term = 0; term < k; term++)
        {
            through[term] = doubt * fit.Logit.Estimates[term];
            effects[term] = through[term] + (mean * slopes[term]);
            Vector<double> gradient = Gradient(fit, (means, chances), (fit.Logit.Estimates[term], slopes[term]), term, effects[term]);
            errors[term] = Math.Sqrt(Math.Max(0, gradient.DotProduct(covariance * gradient)));
            if ((fit.Any.HasIntercept && term == 0) || fit.Logit.Separation?.Direction[term] is not (null or 0))
            {
                (effects[term], through[term], errors[term]) = (double.NaN, double.NaN, double.NaN);
            }
        }

        return new CombinedEffects(effects, through, errors, mean);
    }

    private static double[] Slopes(TwoPartFit fit)
    {
        double[] slopes = new double[fit.Any.Terms.Length];
        for (int term = 0; term < fit.Places.Length; term++)
        {
            slopes[fit.Places[term]] = fit.Amount.Estimates[term];
        }

        return slopes;
    }

    // By a_l: Σ g[(1 − p)((1 − p)a + b) − p(1 − p)a]x_l + 1(l = k)Σ g(1 − p); by b_l: Σ g((1 − p)a + b)x_l + 1(l = k)Σ g;
    // by S: the effect over S.
    private static Vector<double> Gradient(
        TwoPartFit fit, (double[] Means, double[] Chances) rows, (double Chance, double Amount) slope, int term, double effect)
    {
        int k = fit.Any.Terms.Length;
        Vector<double> gradient = Vector<double>.Build.Dense(k + fit.Places.Length + 1);
        double[] byChance = new double[rows.Means.Length];
        double[] byAmount = new double[rows.Means.Length];
        for (int row = 0; row < byChance.Length; row++)
        {
            double p = rows.Chances[row];
            byAmount[row] = rows.Means[row] * (((1 - p) * slope.Chance) + slope.Amount);
            byChance[row] = ((1 - p) * byAmount[row]) - (rows.Means[row] * p * (1 - p) * slope.Chance);
        }

        for (int other = 0; other < k; other++)
        {
            gradient[other] = Sums.Dot(byChance, fit.Any.Columns[other]);
        }

        for (int other = 0; other < fit.Places.Length; other++)
        {
            gradient[k + other] = Sums.Dot(byAmount, fit.Any.Columns[fit.Places[other]]);
            gradient[k + other] += fit.Places[other] == term ? Sums.Sum(rows.Means) : 0;
        }

        gradient[term] += Sums.Sum([.. rows.Means.Zip(rows.Chances, (mean, p) => mean * (1 - p))]);
        gradient[^1] = effect / fit.Amount.Factor;
        return gradient;
    }
}
