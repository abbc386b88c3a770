using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>How well a linear regression fits.</summary>
/// <param name="Observations">The rows used.</param>
/// <param name="Sigma">The residual standard deviation.</param>
/// <param name="RSquared">The share of variance explained.</param>
/// <param name="AdjustedRSquared">The same with degrees of freedom counted.</param>
/// <param name="FStatistic">The classical test of all slopes.</param>
/// <param name="LogLikelihood">Gaussian, with the maximum-likelihood variance.</param>
/// <param name="Aic">Akaike's criterion with k + 1 parameters.</param>
/// <param name="Bic">Schwarz's criterion with k + 1 parameters.</param>
public sealed record GoodnessOfFit(
    int Observations, double Sigma, double RSquared, double AdjustedRSquared, double FStatistic, double LogLikelihood, double Aic, double Bic)
{
    internal static GoodnessOfFit Of(LeastSquaresFit fit)
    {
        (double n, double k) = (fit.Rows, fit.TermCount);
        double residual = Sums.Dot(fit.Residuals, fit.Residuals);
        double total = TotalSquares(fit.Design);
        double slopes = k - (fit.Design.HasIntercept ? 1 : 0);
        double aboutMean = n - (fit.Design.HasIntercept ? 1 : 0);
        double rSquared = 1 - (residual / total);
        double logWeights = Sums.Sum([.. fit.Design.Weights.Select(weight => Math.Log(weight))]);
        double logLikelihood = 0.5 * (logWeights - (n * (Math.Log(2 * Math.PI) + 1 - Math.Log(n) + Math.Log(residual))));
        return new GoodnessOfFit(
            fit.Rows,
            Math.Sqrt(residual / (n - k)),
            rSquared,
            1 - ((1 - rSquared) * aboutMean / (n - k)),
            (total - residual) / slopes / (residual / (n - k)),
            logLikelihood,
            (-2 * logLikelihood) + (2 * (k + 1)),
            (-2 * logLikelihood) + (Math.Log(n) * (k + 1)));
    }

    // About the weighted mean with a constant in the model, about zero without.
    private static double TotalSquares(DesignMatrix design)
    {
        double mean = design.HasIntercept ? Sums.Dot(design.Weights, design.Outcome) / Sums.Sum(design.Weights) : 0;
        double[] squares = new double[design.Outcome.Length];
        for (int row = 0; row < squares.Length; row++)
        {
            double distance = design.Outcome[row] - mean;
            squares[row] = design.Weights[row] * distance * distance;
        }

        return Sums.Sum(squares);
    }
}
