using MathNet.Numerics;

namespace Karkhana.Methods.Econometrics;

/// <summary>A row of a negative binomial regression with log link; the shape is ln θ.</summary>
/// <remarks>ln Γ(y + θ)/(Γ(θ) y!) + θ ln θ + yη − (y + θ) ln(θ + m). Differences of gamma functions of a small y are
/// summed, so that they keep their digits at a large θ.</remarks>
internal readonly struct NegativeBinomialRow(double[] outcome) : IIndexModel
{
    private const int MostSummed = 64;
    private const double Asymptotic = 20;

    public RowLikelihood At(int row, double index, double shape)
    {
        double y = outcome[row];
        double theta = Math.Exp(shape);
        double mean = Math.Exp(index);
        double sum = theta + mean;
        (double log, double first, double second) = Rising(y, theta);
        double logRatio = shape - Math.Log(sum);
        double value = log - SpecialFunctions.GammaLn(y + 1) + (theta * logRatio) + (y * (index - Math.Log(sum)));
        double slope = (y - mean) * theta / sum;
        double byTheta = first + logRatio + ((mean - y) / sum);
        double byTheta2 = second + (mean / (theta * sum)) - ((mean - y) / (sum * sum));
        return new RowLikelihood(
            value,
            slope,
            mean * theta * (y + theta) / (sum * sum),
            theta * byTheta,
            -(theta * theta * byTheta2) - (theta * byTheta),
            -theta * (y - mean) * mean / (sum * sum));
    }

    /// <summary>Gives ln Γ(y + θ)/Γ(θ) with its first and second derivatives by θ.</summary>
    private static (double Log, double First, double Second) Rising(double y, double theta)
    {
        if (y > MostSummed)
        {
            return (
                SpecialFunctions.GammaLn(y + theta) - SpecialFunctions.GammaLn(theta),
                SpecialFunctions.DiGamma(y + theta) - SpecialFunctions.DiGamma(theta),
                TriGamma(y + theta) - TriGamma(theta));
        }

        (double log, double first, double second) = (0, 0, 0);
        for (int k = 0; k < y; k++)
        {
            double part = theta + k;
            log += Math.Log(part);
            first += 1 / part;
            second -= 1 / (part * part);
        }

        return (log, first, second);
    }

    // By recurrence up to 20, then 1/x + 1/(2x²) + Σ B_2j/x^(2j + 1), which is below 1e-17 after four terms.
    private static double TriGamma(double x)
    {
        double sum = 0;
        while (x < Asymptotic)
        {
            sum += 1 / (x * x);
            x++;
        }

        double inverse = 1 / x;
        double square = inverse * inverse;
        return sum + (inverse * (1 + (0.5 * inverse)
            + (square * ((1 / 6.0) - (square * ((1 / 30.0) - (square * ((1 / 42.0) - (square * ((1 / 30.0) - (square * 5 / 66)))))))))));
    }
}
