using Karkhana.Methods.Econometrics;

namespace Karkhana.Agglomeration;

/// <summary>The linear and the square coefficient of a quadratic with their covariance.</summary>
internal sealed record Quadratic(
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

    /// <summary>Takes the coefficients of intercept, density and its square.</summary>
    public static Quadratic Of(OrdinaryLeastSquaresResult fit) => new(
        fit.Coefficients.Estimates[1], fit.Coefficients.Estimates[2], fit.Covariance[4], fit.Covariance[5], fit.Covariance[8],
        fit.Coefficients.DegreesOfFreedom[1]);

    /// <summary>Gives the slopes at both ends of the data and Lind and Mehlum's p-value.</summary>
    public (double Low, double High, double PValue) SlopeTest(double least, double greatest)
    {
        (double low, double high) = (SlopeAt(least), SlopeAt(greatest));
        double rises = OneSided(low, SlopeErrorAt(least));
        double falls = OneSided(-high, SlopeErrorAt(greatest));
        return (low, high, Math.Max(rises, falls));
    }

    /// <summary>Gives Fieller's set of the optimum, −b1 over 2 b2.</summary>
    public ConfidenceSet Fieller(double level) =>
        new RatioOfEstimates(-Linear, 2 * Square, LinearVariance, -2 * Covariance, 4 * SquareVariance, Degrees).Fieller(level);

    private double SlopeAt(double density) => Linear + (2 * density * Square);

    private double SlopeErrorAt(double density) => Math.Sqrt(Math.Max(
        0, LinearVariance + (4 * density * Covariance) + (4 * density * density * SquareVariance)));

    // The p-value that the slope is not above 0.
    private double OneSided(double slope, double error)
    {
        double twoSided = new CoefficientTable(["slope"], [slope], [error], [Degrees], 0.95).PValues[0];
        return slope > 0 ? twoSided / 2 : 1 - (twoSided / 2);
    }
}
