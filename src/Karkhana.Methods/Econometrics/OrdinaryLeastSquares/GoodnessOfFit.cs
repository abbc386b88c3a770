using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>How well a linear regression fits.</summary>
/// <param name="Observations">The rows used.</param>
/// <param name="Sigma">The residual standard deviation.</param>
/// <param name="RSquared">The share of variance explained.</param>
/// <param name="AdjustedRSquared">The same with degrees of freedom counted.</param>
/// <param name="FStatistic">The classical test of all slopes; NaN without any.</param>
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
        double logLikelihood = GaussianLogLikelihood(residual, fit.Design.Weights);
        return new GoodnessOfFit(
            fit.Rows,
            Math.Sqrt(residual / (n - k)),
            rSquared,
            1 - ((1 - rSquared) * aboutMean / (n - k)),
            slopes > 0 ? (total - residual) / slopes / (residual / (n - k)) : double.NaN,
            logLikelihood,
            (-2 * logLikelihood) + (2 * (k + 1)),
            (-2 * logLikelihood) + (Math.Log(n) * (k + 1)));
    }

    /// <summary>Gives the Gaussian log-likelihood at the maximum-likelihood variance.</summary>
    internal static double GaussianLogLikelihood(double residual, double[] weights)
    {
        double n = weights.Length;
        double logWeights = Sums.Sum([.. weights.Select(weight => Math.Log(weight))]);
        return 0.5 * (logWeights - (n * (Math.Log(2 * Math.PI) + 1 - Math.Log(n) + Math.Log(residual))));
    }

    internal static double SquaresAboutMean(double[] outcome, double[] weights) =>
        SquaresAbout(Sums.Dot(weights, outcome) / Sums.Sum(weights), outcome, weights);

    // About the weighted mean with a constant in the model, about zero without.
    private static double TotalSquares(DesignMatrix design) => design.HasIntercept
        ? SquaresAboutMean(design.Outcome, design.Weights)
        : SquaresAbout(0, design.Outcome, design.Weights);

    private static double SquaresAbout(double centre, double[] outcome, double[] weights)
    {
        double[] squares = new double[outcome.Length];
        for (int row = 0; row < squares.Length; row++)
        {
            double distance = outcome[row] - centre;
            squares[row] = weights[row] * distance * distance;
        }

        return Sums.Sum(squares);
    }
}
