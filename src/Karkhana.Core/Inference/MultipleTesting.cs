namespace Karkhana.Core.Inference;

/// <summary>Corrects p-values for having looked many times.</summary>
public static class MultipleTesting
{
    /// <summary>Adjusts by Benjamini and Hochberg, which bounds the expected share of false findings.</summary>
    /// <remarks>
    /// q_(i) = min over j ≥ i of m·p_(j)/j, at most 1. Cost: m log m. Source: Benjamini and Hochberg 1995,
    /// doi:10.1111/j.2517-6161.1995.tb02031.x. Agrees with: R p.adjust(method = "BH"), relative 1e-12.
    /// </remarks>
    /// <param name="pValues">The p-values; NaN is left out and stays NaN.</param>
    /// <returns>The adjusted p-values, in the same order.</returns>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        int[] order = [.. Enumerable.Range(0, pValues.Count).Where(i => !double.IsNaN(pValues[i])).OrderByDescending(i => pValues[i]).ThenBy(i => i)];
        double[] adjusted = new double[pValues.Count];
        Array.Fill(adjusted, double.NaN);
        double least = 1;
        for (int place = 0; place < order.Length; place++)
        {
            least = Math.Min(least, pValues[order[place]] * order.Length / (order.Length - place));
            adjusted[order[place]] = least;
        }

        return adjusted;
    }
}
