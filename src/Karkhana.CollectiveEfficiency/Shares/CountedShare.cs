using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Methods;

namespace Karkhana.CollectiveEfficiency;

/// <summary>A share with what it was counted from.</summary>
/// <param name="Count">How many have the property.</param>
/// <param name="Total">Out of how many.</param>
/// <param name="Low">The lower limit of Wilson's interval; NaN without cases.</param>
/// <param name="High">The upper limit.</param>
public sealed record CountedShare(int Count, int Total, double Low, double High)
{
    /// <summary>Gets the share; NaN without cases.</summary>
    public double Share => Total == 0 ? double.NaN : Count / (double)Total;

    /// <summary>Makes a share with its interval.</summary>
    /// <remarks>Wilson's interval takes the cases as independent. Ties of one firm are not, so that the interval of a
    /// share of ties is rather too narrow.</remarks>
    /// <param name="count">How many have the property.</param>
    /// <param name="total">Out of how many.</param>
    /// <param name="confidence">The coverage, from 0.5 to 0.9999.</param>
    /// <returns>The share.</returns>
    public static CountedShare Of(int count, int total, double confidence)
    {
        Require.Between(total, 0, int.MaxValue, nameof(total));
        Require.Between(count, 0, total, nameof(count));
        Require.Between(confidence, 0.5, 0.9999, nameof(confidence));
        (double low, double high) = WilsonInterval.Of(
            total == 0 ? double.NaN : count / (double)total, total, DistributionQuantiles.TwoSidedNormal(confidence));
        return new CountedShare(count, total, low, high);
    }
}
