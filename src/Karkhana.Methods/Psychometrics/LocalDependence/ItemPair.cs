namespace Karkhana.Methods.Psychometrics;

/// <summary>Local dependence of two items.</summary>
/// <param name="First">The item that comes first.</param>
/// <param name="Second">The other item.</param>
/// <param name="Q3">The correlation of their residuals; NaN when one has none that vary.</param>
/// <param name="Adjusted">Q3 less the mean of all pairs.</param>
/// <param name="Statistic">LD-X².</param>
/// <param name="Degrees">Its degrees of freedom, (categories − 1)(categories − 1).</param>
/// <param name="Flagged">Whether <paramref name="Adjusted"/> lies beyond the critical value, on either side.</param>
public sealed record ItemPair(
    string First, string Second, double Q3, double Adjusted, double Statistic, double Degrees, bool Flagged)
{
    /// <summary>Gets (LD-X² − df)/√(2 df), about standard normal when the items are independent given the latent
    /// variable.</summary>
    public double StandardisedStatistic => (Statistic - Degrees) / Math.Sqrt(2 * Degrees);
}
