namespace Karkhana.Methods.Econometrics;

/// <summary>The ratio of two estimates that are normal together.</summary>
/// <param name="Numerator">The estimate above.</param>
/// <param name="Denominator">The estimate below.</param>
/// <param name="NumeratorVariance">The sampling variance of the one above.</param>
/// <param name="Covariance">Their sampling covariance.</param>
/// <param name="DenominatorVariance">The sampling variance of the one below.</param>
/// <param name="Degrees">The degrees of freedom of the variances; infinity for known ones.</param>
public sealed record RatioOfEstimates(
    double Numerator, double Denominator, double NumeratorVariance, double Covariance, double DenominatorVariance, double Degrees)
{
    /// <summary>Gets the ratio; NaN when the denominator is 0.</summary>
    public double Ratio => Denominator == 0 ? double.NaN : Numerator / Denominator;

    /// <summary>Gives Fieller's confidence set of the ratio.</summary>
    /// <remarks>
    /// All r with (a − r b)² ≤ t²(V_aa − 2 r V_ab + r² V_bb): an interval when b differs from 0 at the level, else not
    /// bounded. Assumes that a and b are normal together. Cost: constant.
    /// Source: Fieller 1954, doi:10.1111/j.2517-6161.1954.tb00159.x. Agrees with: the definition.
    /// </remarks>
    /// <param name="level">The confidence level.</param>
    /// <returns>The set.</returns>
    public ConfidenceSet Fieller(double level)
    {
        double t = StudentT.Quantile((1 + level) / 2, Degrees);
        double square = (Denominator * Denominator) - (t * t * DenominatorVariance);
        double linear = -2 * ((Numerator * Denominator) - (t * t * Covariance));
        double rest = (Numerator * Numerator) - (t * t * NumeratorVariance);
        double inner = (linear * linear) - (4 * square * rest);
        if (!(square > 0) || inner < 0)
        {
            return new ConfidenceSet(double.NegativeInfinity, double.PositiveInfinity, IsBounded: false);
        }

        double root = Math.Sqrt(inner);
        return new ConfidenceSet((-linear - root) / (2 * square), (-linear + root) / (2 * square), IsBounded: true);
    }
}
