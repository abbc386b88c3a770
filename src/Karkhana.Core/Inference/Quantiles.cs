using Karkhana.Core.Errors;

namespace Karkhana.Core.Inference;

/// <summary>Sample quantiles.</summary>
public static class Quantiles
{
    /// <summary>Gives the quantile of type 7 (linear interpolation between order statistics).</summary>
    /// <remarks>Source: Hyndman &amp; Fan 1996, doi:10.1080/00031305.1996.10473566. Agrees with: R quantile and numpy,
    /// exactly.</remarks>
    /// <param name="sorted">The values in ascending order, without NaN.</param>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <returns>The quantile; NaN when there is no value.</returns>
    public static double Type7(ReadOnlySpan<double> sorted, double probability)
    {
        Require.Between(probability, 0, 1, nameof(probability));
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        double position = (sorted.Length - 1) * probability;
        int below = (int)position;
        double share = position - below;
        return share == 0 ? sorted[below] : sorted[below] + (share * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>Gives the median of the values that are not NaN.</summary>
    /// <param name="values">The values in any order.</param>
    /// <returns>The median; NaN when there is no value.</returns>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return Type7(sorted, 0.5);
    }
}
