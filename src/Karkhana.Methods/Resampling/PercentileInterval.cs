using Karkhana.Core.Inference;

namespace Karkhana.Methods;

/// <summary>The interval between two percentiles of a statistic of resampled data.</summary>
/// <param name="Low">The lower limit; NaN without a sample that counts.</param>
/// <param name="High">The upper limit.</param>
/// <param name="Used">The samples on which the statistic is defined.</param>
internal readonly record struct PercentileInterval(double Low, double High, int Used)
{
    /// <summary>Gives the interval of the values that are finite, by quantiles of type 7.</summary>
    public static PercentileInterval Of(IEnumerable<double> drawn, double confidence)
    {
        double[] sorted = [.. drawn.Where(double.IsFinite).Order()];
        return new PercentileInterval(
            Quantiles.Type7(sorted, (1 - confidence) / 2), Quantiles.Type7(sorted, (1 + confidence) / 2), sorted.Length);
    }
}
