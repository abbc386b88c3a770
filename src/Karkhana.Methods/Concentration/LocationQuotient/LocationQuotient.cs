using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Relative specialisation of each region in each industry.</summary>
public static class LocationQuotient
{
    private const string Source = "Isserman 1977, doi:10.1080/01944367708977758; Hoen & Oosterhaven 2006, doi:10.1007/s00168-006-0076-3";

    /// <summary>Compares the industry mix of each region with that of all regions.</summary>
    /// <remarks>
    /// Ratio: LQ[r,i] = (x_ri / x_r.) / (x_.i / x_..), 0 where a denominator is 0. Differences: x_ri/x_r. − x_.i/x_..
    /// and
    /// x_ri/x_.i − x_r./x_... The interval of the ratio takes x_ri as binomial given x_r. (Wilson), the national share
    /// as
    /// known; it means little when the values are not counts. Cost: one pass over regions × industries.
    /// Source: Isserman 1977, doi:10.1080/01944367708977758; Hoen and Oosterhaven 2006, doi:10.1007/s00168-006-0076-3;
    /// interval: Wilson 1927, doi:10.1080/01621459.1927.10502953.
    /// Agrees with: EconGeo 2.0 and REAT 3.0.3, relative 1e-10.
    /// </remarks>
    /// <param name="activity">Activity by region and industry.</param>
    /// <param name="options">The form.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>A value per region and industry.</returns>
    public static LocationQuotientResult Estimate(
        ActivityTable activity,
        LocationQuotientOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        options ??= new LocationQuotientOptions();
        int width = activity.Industries.Count;
        double[] estimates = new double[activity.Values.Count];
        double[] lows = new double[estimates.Length];
        double[] highs = new double[estimates.Length];
        double z = DistributionQuantiles.TwoSidedNormal(options.Level);
        for (int cell = 0; cell < estimates.Length; cell++)
        {
            (int r, int i) = (cell / width, cell % width);
            (double value, double region, double industry) = (activity[r, i], activity.RegionTotals[r], activity.IndustryTotals[i]);
            estimates[cell] = options.Form switch
            {
                LocationQuotientForm.Ratio => Ratio(value, region, industry, activity.Total),
                LocationQuotientForm.DifferenceOfIndustryShares => (value / region) - (industry / activity.Total),
                _ => (value / industry) - (region / activity.Total),
            };
            (lows[cell], highs[cell]) = options.Form == LocationQuotientForm.Ratio && industry > 0
                ? Interval(value, region, industry / activity.Total, z)
                : (double.NaN, double.NaN);
        }

        return new LocationQuotientResult(
            activity, estimates, lows, highs, new Provenance(
                "concentration.location-quotient", $"form = {options.Form}", Source));
    }

    /// <summary>Gives the ratio form of one cell; 0 where a denominator is 0.</summary>
    internal static double Ratio(double value, double region, double industry, double total) =>
        region == 0 || industry == 0 ? 0 : value / region / (industry / total);

    /// <summary>Gives the ratio form of all cells, region after region.</summary>
    internal static double[] Ratios(ActivityTable activity)
    {
        int width = activity.Industries.Count;
        double[] ratios = new double[activity.Values.Count];
        for (int cell = 0; cell < ratios.Length; cell++)
        {
            (int r, int i) = (cell / width, cell % width);
            ratios[cell] = Ratio(activity[r, i], activity.RegionTotals[r], activity.IndustryTotals[i], activity.Total);
        }

        return ratios;
    }

    /// <summary>Wilson's interval of the share in the region, over the share in all regions.</summary>
    private static (double Low, double High) Interval(double count, double n, double reference, double z)
    {
        (double low, double high) = WilsonInterval.Of(count / n, n, z);
        return (low / reference, high / reference);
    }
}
