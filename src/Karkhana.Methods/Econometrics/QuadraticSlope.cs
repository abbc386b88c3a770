namespace Karkhana.Methods.Econometrics;

/// <summary>The linear and the square coefficient of a quadratic with their sampling covariance: where the curve turns, and whether it does.</summary>
/// <remarks>y = b0 + b1 x + b2 x² + …; optimum x* = −b1/(2 b2). Delta method: se² = g'Vg with g = (−1/(2 b2), b1/(2 b2²)). Source: Lind and
/// Mehlum 2010, doi:10.1111/j.1468-0084.2009.00569.x; Fieller 1954, doi:10.1111/j.2517-6161.1954.tb00159.x. Agrees with: the definitions.</remarks>
/// <param name="Linear">The coefficient of x.</param>
/// <param name="Square">The coefficient of x².</param>
/// <param name="LinearVariance">The variance of the former.</param>
/// <param name="Covariance">Their covariance.</param>
/// <param name="SquareVariance">The variance of the latter.</param>
/// <param name="Degrees">The degrees of freedom of the variances; infinity for known ones.</param>
public sealed record QuadraticSlope(
    double Linear, double Square, double LinearVariance, double Covariance, double SquareVariance, double Degrees)
{
    /// <summary>Gets where the slope is 0; NaN when the curve is a line.</summary>
    public double Optimum => Square == 0 ? double.NaN : -Linear / (2 * Square);

    /// <summary>Gets the standard error of the optimum by the delta method.</summary>
    public double OptimumError
    {
        get
        {
            double byLinear = -1 / (2 * Square);
            double bySquare = Linear / (2 * Square * Square);
            return Math.Sqrt(Math.Max(
                0,
                (byLinear * byLinear * LinearVariance) + (2 * byLinear * bySquare * Covariance)
                + (bySquare * bySquare * SquareVariance)));
        }
    }

    /// <summary>Gives the slopes at both ends of the data and Lind and Mehlum's p-value of an inverted U: the greater of the p-values that the curve rises
    /// at the least x and falls at the greatest, each one-sided.</summary>
    /// <param name="least">The least x of the data.</param>
    /// <param name="greatest">The greatest x of the data.</param>
    /// <returns>Both slopes and the p-value.</returns>
    public (double Low, double High, double PValue) SlopeTest(double least, double greatest)
    {
        (double low, double high) = (SlopeAt(least), SlopeAt(greatest));
        double rises = OneSided(low, SlopeErrorAt(least));
        double falls = OneSided(-high, SlopeErrorAt(greatest));
        return (low, high, Math.Max(rises, falls));
    }

    /// <summary>Gives Fieller's set of the optimum, −b1 over 2 b2.</summary>
    /// <param name="level">The confidence level.</param>
    /// <returns>The set; unbounded where the square cannot be told from 0.</returns>
    public ConfidenceSet Fieller(double level) =>
        new RatioOfEstimates(-Linear, 2 * Square, LinearVariance, -2 * Covariance, 4 * SquareVariance, Degrees).Fieller(level);

    private double SlopeAt(double x) => Linear + (2 * x * Square);

    private double SlopeErrorAt(double x) => Math.Sqrt(Math.Max(
        0, LinearVariance + (4 * x * Covariance) + (4 * x * x * SquareVariance)));

    // The p-value that the slope is not above 0.
    private double OneSided(double slope, double error)
    {
        double twoSided = new CoefficientTable(["slope"], [slope], [error], [Degrees], 0.95).PValues[0];
        return slope > 0 ? twoSided / 2 : 1 - (twoSided / 2);
    }
}
