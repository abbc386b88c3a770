namespace Karkhana.Simulation;

/// <summary>The market of one product in a quarter, whole or in two segments, with or without a competitor from outside.</summary>
/// <remarks>
/// Each segment is cleared by itself; a firm's share is (1 − U)·s_low + U·s_upper. Source: framework 5.7; segments after Aftab
/// 1985, who reports small pump makers at the low end and large ones at the high end.
/// </remarks>
internal sealed class ProductMarket
{
    private double[] _attractions = [];
    private double[] _segment = [];

    /// <summary>Fills the firms' shares of the demand for the product.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="attractions">What draws buyers to each firm, in the order of agent numbers.</param>
    /// <param name="qualities">The quality of each firm.</param>
    /// <param name="startWeight">Σ L^u_s of the makers at the start, of which the competitor from outside is a multiple.</param>
    /// <param name="shares">Receives the shares.</param>
    /// <returns>The share that no firm serves; with the shares it makes 1.</returns>
    public double Clear(
        ClusterParameters parameters, ReadOnlySpan<double> attractions, ReadOnlySpan<double> qualities, double startWeight, Span<double> shares)
    {
        double outside = Attraction.Outside(parameters, startWeight);
        double upper = parameters.Market.UpperShare;
        if (upper == 0)
        {
            return LogitShares.Fill(attractions, outside, shares);
        }

        Fit(attractions.Length);
        for (int firm = 0; firm < attractions.Length; firm++)
        {
            _attractions[firm] = Attraction.LowEnd(parameters, attractions[firm], qualities[firm]);
        }

        double outsideLow = Attraction.LowEnd(parameters, outside, parameters.Market.OutsideQuality);
        double unserved = (1 - upper) * LogitShares.Fill(_attractions.AsSpan(0, attractions.Length), outsideLow, shares);
        for (int firm = 0; firm < attractions.Length; firm++)
        {
            _attractions[firm] = Attraction.UpperEnd(parameters, attractions[firm], qualities[firm]);
        }

        double outsideUpper = Attraction.UpperEnd(parameters, outside, parameters.Market.OutsideQuality);
        unserved += upper * LogitShares.Fill(_attractions.AsSpan(0, attractions.Length), outsideUpper, _segment);
        for (int firm = 0; firm < attractions.Length; firm++)
        {
            shares[firm] = ((1 - upper) * shares[firm]) + (upper * _segment[firm]);
        }

        return unserved;
    }

    private void Fit(int firms)
    {
        if (_attractions.Length < firms)
        {
            Array.Resize(ref _attractions, 2 * firms);
            Array.Resize(ref _segment, 2 * firms);
        }
    }
}
