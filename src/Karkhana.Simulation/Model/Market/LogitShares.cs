using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>Shares of a market by the logit rule.</summary>
internal static class LogitShares
{
    /// <summary>Fills the shares s = exp(a) / Σ exp(a), the competitor from outside among the sum.</summary>
    /// <param name="attractions">One number per firm; minus infinity for a firm that buyers do not consider.</param>
    /// <param name="outside">That of the competitor from outside; minus infinity for none.</param>
    /// <param name="shares">Receives the shares.</param>
    /// <returns>The share that no firm serves: the competitor's, or 1 when buyers consider nobody. With the shares it makes 1.</returns>
    public static double Fill(ReadOnlySpan<double> attractions, double outside, Span<double> shares)
    {
        double greatest = outside;
        foreach (double attraction in attractions)
        {
            greatest = Math.Max(greatest, attraction);
        }

        if (double.IsNegativeInfinity(greatest))
        {
            shares.Clear();
            return 1;
        }

        for (int firm = 0; firm < attractions.Length; firm++)
        {
            shares[firm] = Math.Exp(attractions[firm] - greatest);
        }

        double weight = Math.Exp(outside - greatest);
        double total = Sums.Sum(shares[..attractions.Length]) + weight;
        for (int firm = 0; firm < attractions.Length; firm++)
        {
            shares[firm] /= total;
        }

        return weight / total;
    }
}
