namespace Karkhana.Simulation;

/// <summary>The markets of all products in a quarter, whole or in two segments, with or without a competitor from outside.</summary>
/// <remarks>
/// Each segment is cleared by itself; a firm's share is (1 − U)·s_low + U·s_upper. Source: framework 5.7; segments after Aftab
/// 1985, who reports small pump makers at the low end and large ones at the high end.
/// </remarks>
internal static class ProductMarkets
{
    /// <summary>Fills the firms' shares of the demand for their product.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="attractions">What draws buyers to each firm, in the order of agent numbers; minus infinity for an empty slot.</param>
    /// <param name="qualities">The quality of each firm.</param>
    /// <param name="products">The product of each firm.</param>
    /// <param name="startWeight">What the makers of a product weigh at the start, of which the competitor from outside is a multiple.</param>
    /// <param name="shares">Receives the shares.</param>
    /// <returns>By product the share that no firm serves; with the shares it makes 1.</returns>
    public static double[] Clear(
        ClusterParameters parameters, ReadOnlySpan<double> attractions, ReadOnlySpan<double> qualities, ReadOnlySpan<int> products,
        ReadOnlySpan<double> startWeight, Span<double> shares)
    {
        double[] unserved = new double[startWeight.Length];
        for (int product = 0; product < unserved.Length; product++)
        {
            unserved[product] = Attraction.Outside(parameters, startWeight[product]);
        }

        double upper = parameters.Market.UpperShare;
        if (upper == 0)
        {
            LogitShares.Fill(attractions, products, unserved, shares);
            return unserved;
        }

        double[] unservedUpper = [.. unserved.Select(outside => Attraction.UpperEnd(parameters, outside, parameters.Market.OutsideQuality))];
        unserved = [.. unserved.Select(outside => Attraction.LowEnd(parameters, outside, parameters.Market.OutsideQuality))];
        double[] segment = new double[attractions.Length];
        double[] upperShares = new double[attractions.Length];
        for (int firm = 0; firm < attractions.Length; firm++)
        {
            segment[firm] = Attraction.LowEnd(parameters, attractions[firm], qualities[firm]);
        }

        LogitShares.Fill(segment, products, unserved, shares);
        for (int firm = 0; firm < attractions.Length; firm++)
        {
            segment[firm] = Attraction.UpperEnd(parameters, attractions[firm], qualities[firm]);
        }

        LogitShares.Fill(segment, products, unservedUpper, upperShares);
        Mix(upper, upperShares, shares);
        Mix(upper, unservedUpper, unserved);
        return unserved;
    }

    private static void Mix(double upper, ReadOnlySpan<double> upperEnd, Span<double> lowEnd)
    {
        for (int position = 0; position < upperEnd.Length; position++)
        {
            lowEnd[position] = ((1 - upper) * lowEnd[position]) + (upper * upperEnd[position]);
        }
    }
}
