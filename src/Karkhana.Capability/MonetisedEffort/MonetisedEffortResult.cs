namespace Karkhana.Capability;

/// <summary>Effort in money.</summary>
/// <param name="Items">The items that entered.</param>
/// <param name="Values">ln(1 + money per employee) by answering firm; NaN where it is not known; empty when nothing could be
/// computed.</param>
/// <param name="Gap">Why nothing could be computed.</param>
public sealed record MonetisedEffortResult(IReadOnlyList<string> Items, IReadOnlyList<double> Values, MonetisedEffortGap Gap)
{
    /// <summary>The correlation with the latent score below which the two do not seem to measure one thing.</summary>
    public const double LeastCorrelation = 0.4;

    /// <summary>Correlates the measure with the latent score of effort.</summary>
    /// <param name="latent">The score of each answering firm; NaN when not known.</param>
    /// <returns>Pearson's r and the firms with both; NaN with fewer than three or without variation.</returns>
    public (double Correlation, int Firms) CorrelationWith(IReadOnlyList<double> latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        FirmCorrelation correlation = FirmCorrelation.Of(Values, latent);
        return (correlation.Estimate, correlation.Firms);
    }
}
