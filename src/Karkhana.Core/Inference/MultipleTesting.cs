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
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues) =>
        Adjust(pValues, ascending => LeastFromAbove(ascending, (p, place) => p * ascending.Length / place));

    /// <summary>Adjusts by Benjamini and Yekutieli, which bounds the expected share of false findings whatever the tests'
    /// dependence.</summary>
    /// <remarks>
    /// As Benjamini and Hochberg with m times 1 + ½ + … + 1/m. Cost: m log m. Source: Benjamini and Yekutieli 2001,
    /// doi:10.1214/aos/1013699998. Agrees with: R p.adjust(method = "BY"), relative 1e-12.
    /// </remarks>
    /// <param name="pValues">The p-values; NaN is left out and stays NaN.</param>
    /// <returns>The adjusted p-values, in the same order.</returns>
    public static double[] BenjaminiYekutieli(IReadOnlyList<double> pValues) => Adjust(pValues, ascending =>
    {
        double harmonic = 0;
        for (int i = ascending.Length; i >= 1; i--)
        {
            harmonic += 1.0 / i;
        }

        return LeastFromAbove(ascending, (p, place) => harmonic * ascending.Length * p / place);
    });

    /// <summary>Adjusts by Bonferroni, which bounds the chance of any false finding.</summary>
    /// <remarks>m·p, at most 1. Cost: m log m. Source: Dunn 1961, doi:10.1080/01621459.1961.10482090. Agrees with: R
    /// p.adjust(method = "bonferroni"), exactly.</remarks>
    /// <param name="pValues">The p-values; NaN is left out and stays NaN.</param>
    /// <returns>The adjusted p-values, in the same order.</returns>
    public static double[] Bonferroni(IReadOnlyList<double> pValues) => Adjust(
        pValues, ascending => [.. ascending.Select(p => Math.Min(1, ascending.Length * p))]);

    /// <summary>Adjusts by Holm, which bounds the chance of any false finding and never finds less than
    /// Bonferroni.</summary>
    /// <remarks>
    /// max over j ≤ i of (m − j + 1)·p_(j), at most 1. Cost: m log m. Source: Holm 1979, Scandinavian Journal of Statistics
    /// 6(2):65-70. Agrees with: R p.adjust(method = "holm"), relative 1e-12.
    /// </remarks>
    /// <param name="pValues">The p-values; NaN is left out and stays NaN.</param>
    /// <returns>The adjusted p-values, in the same order.</returns>
    public static double[] Holm(IReadOnlyList<double> pValues) => Adjust(pValues, ascending =>
    {
        double[] adjusted = new double[ascending.Length];
        double greatest = 0;
        for (int i = 0; i < adjusted.Length; i++)
        {
            greatest = Math.Max(greatest, (adjusted.Length - i) * ascending[i]);
            adjusted[i] = Math.Min(1, greatest);
        }

        return adjusted;
    });

    /// <summary>Adjusts by Hochberg, which bounds the chance of any false finding of tests that are independent or depend
    /// positively.</summary>
    /// <remarks>
    /// min over j ≥ i of (m − j + 1)·p_(j), at most 1. Cost: m log m. Source: Hochberg 1988, doi:10.1093/biomet/75.4.800.
    /// Agrees with: R p.adjust(method = "hochberg"), relative 1e-12.
    /// </remarks>
    /// <param name="pValues">The p-values; NaN is left out and stays NaN.</param>
    /// <returns>The adjusted p-values, in the same order.</returns>
    public static double[] Hochberg(IReadOnlyList<double> pValues) => Adjust(pValues, ascending =>
        LeastFromAbove(ascending, (p, place) => (ascending.Length - place + 1) * p));

    /// <summary>Adjusts by Hommel, which finds at least as much as Hochberg under the same assumption.</summary>
    /// <remarks>
    /// The closed test of Simes: the greatest p of all sets that hold the hypothesis. Of the sets of k hypotheses the
    /// hardest adds to p_(i) the k − 1 greatest others: min(k·p_(i), min over j = 2 … k of k·p_(m − k + j)/j).
    /// Cost: m². Source: Hommel 1988, doi:10.1093/biomet/75.2.383; Simes 1986, doi:10.1093/biomet/73.3.751. Agrees with: R
    /// p.adjust(method = "hommel"), relative 1e-12.
    /// </remarks>
    /// <param name="pValues">The p-values; NaN is left out and stays NaN.</param>
    /// <returns>The adjusted p-values, in the same order.</returns>
    public static double[] Hommel(IReadOnlyList<double> pValues) => Adjust(pValues, ascending =>
    {
        int count = ascending.Length;
        double[] adjusted = [.. ascending];
        for (int size = 2; size <= count; size++)
        {
            double others = double.PositiveInfinity;
            for (int j = 2; j <= size; j++)
            {
                others = Math.Min(others, size * ascending[count - size + j - 1] / j);
            }

            for (int i = 0; i < count; i++)
            {
                double own = ascending[Math.Min(i, count - size)];
                adjusted[i] = Math.Max(adjusted[i], Math.Min(size * own, others));
            }
        }

        return adjusted;
    });

    // min over j ≥ i of the bound at place j, at most 1.
    private static double[] LeastFromAbove(double[] ascending, Func<double, int, double> bound)
    {
        double[] adjusted = new double[ascending.Length];
        double least = 1;
        for (int i = ascending.Length - 1; i >= 0; i--)
        {
            adjusted[i] = least = Math.Min(least, bound(ascending[i], i + 1));
        }

        return adjusted;
    }

    private static double[] Adjust(IReadOnlyList<double> pValues, Func<double[], double[]> ofAscending)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        int[] order = [.. Enumerable.Range(0, pValues.Count).Where(i => !double.IsNaN(pValues[i])).OrderBy(i => pValues[i]).ThenBy(i => i)];
        double[] sorted = ofAscending([.. order.Select(i => pValues[i])]);
        double[] adjusted = new double[pValues.Count];
        Array.Fill(adjusted, double.NaN);
        for (int place = 0; place < order.Length; place++)
        {
            adjusted[order[place]] = sorted[place];
        }

        return adjusted;
    }
}
