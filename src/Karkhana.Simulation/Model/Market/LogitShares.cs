namespace Karkhana.Simulation;

/// <summary>Shares of the markets of all products by the logit rule.</summary>
internal static class LogitShares
{
    /// <summary>Fills the shares s = exp(a) / Σ exp(a) within each product, the competitor from outside among the sum.</summary>
    /// <remarks>Sums run in the order of slots, which is that of agent numbers. Cost: one exponential a firm.</remarks>
    /// <param name="attractions">One number per firm; minus infinity for a firm that buyers do not consider.</param>
    /// <param name="products">The product of each firm.</param>
    /// <param name="outside">By product the attraction of the competitor from outside, minus infinity for none; becomes the share
    /// that no firm serves: the competitor's, or 1 when buyers consider nobody. With the shares it makes 1.</param>
    /// <param name="shares">Receives the shares.</param>
    public static void Fill(ReadOnlySpan<double> attractions, ReadOnlySpan<int> products, Span<double> outside, Span<double> shares)
    {
        double[] greatest = outside.ToArray();
        for (int firm = 0; firm < attractions.Length; firm++)
        {
            greatest[products[firm]] = Math.Max(greatest[products[firm]], attractions[firm]);
        }

        double[] total = new double[outside.Length];
        for (int product = 0; product < outside.Length; product++)
        {
            bool nobody = double.IsNegativeInfinity(greatest[product]);
            outside[product] = nobody ? 1 : Math.Exp(outside[product] - greatest[product]);
            greatest[product] = nobody ? 0 : greatest[product];
            total[product] = outside[product];
        }

        for (int firm = 0; firm < attractions.Length; firm++)
        {
            shares[firm] = Math.Exp(attractions[firm] - greatest[products[firm]]);
            total[products[firm]] += shares[firm];
        }

        for (int firm = 0; firm < attractions.Length; firm++)
        {
            shares[firm] /= total[products[firm]];
        }

        for (int product = 0; product < outside.Length; product++)
        {
            outside[product] /= total[product];
        }
    }
}
