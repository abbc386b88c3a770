namespace Karkhana.Simulation;

/// <summary>The logarithm of what draws buyers to an offer: u_s ln L + u_q q − u_p ln(p/ω0) + u_l local.</summary>
/// <remarks>
/// The price stands in multiples of ω0, so that shares do not move a bit with the unit of money (T17). The low end of a
/// segmented market values quality up to the threshold of the upper end; the upper end does not take what lies below.
/// </remarks>
internal static class Attraction
{
    public static double Of(ClusterParameters parameters, double quality, double lnPrice, bool local, double workers) =>
        (parameters.Market.SizePull == 0 ? 0 : parameters.Market.SizePull * Math.Log(workers))
        + (parameters.QualityPull * quality) - (parameters.PricePull * lnPrice) + (local ? parameters.LocalPull : 0);

    /// <summary>Gives the attraction to buyers of the low end.</summary>
    public static double LowEnd(ClusterParameters parameters, double attraction, double quality) =>
        attraction - (parameters.QualityPull * Math.Max(0, quality - parameters.Market.UpperQuality));

    /// <summary>Gives the attraction to buyers of the upper end, minus infinity for what they refuse.</summary>
    public static double UpperEnd(ClusterParameters parameters, double attraction, double quality) =>
        quality >= parameters.Market.UpperQuality ? attraction : double.NegativeInfinity;

    /// <summary>Gives the attraction of the competitor from outside.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="weight">Σ L^u_s of all makers of the product at the start.</param>
    public static double Outside(ClusterParameters parameters, double weight) => parameters.Market.OutsideWeight * weight <= 0
        ? double.NegativeInfinity
        : Math.Log(parameters.Market.OutsideWeight * weight)
            + (parameters.QualityPull * parameters.Market.OutsideQuality)
            - (parameters.PricePull * Math.Log(parameters.Market.OutsidePrice));
}
