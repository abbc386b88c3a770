namespace Karkhana.Methods.Concentration;

/// <summary>Frees co-occurrence from the frequency of the two industries.</summary>
internal static class RelatednessKernel
{
    /// <summary>Normalises all pairs; the diagonal, and what has no denominator, is 0.</summary>
    /// <remarks>Cost: pairs of industries.</remarks>
    public static double[] Run(CoOccurrenceCounts counts, RelatednessMethod method)
    {
        int width = counts.Ubiquity.Length;
        double[] values = new double[width * width];
        for (int i = 0; i < width; i++)
        {
            for (int j = i + 1; j < width; j++)
            {
                double value = Of(counts, counts.Counts[(i * width) + j], i, j, method);
                values[(i * width) + j] = values[(j * width) + i] = double.IsFinite(value) ? value : 0;
            }
        }

        return values;
    }

    private static double Of(CoOccurrenceCounts counts, double together, int i, int j, RelatednessMethod method)
    {
        (double si, double sj, double t) = (counts.Sums[i], counts.Sums[j], counts.Total);
        return method switch
        {
            RelatednessMethod.Association => together / t / (si / t * (sj / t)),
            RelatednessMethod.Cosine => together / Math.Sqrt(si * sj),
            RelatednessMethod.Jaccard => together / (si + sj - together),
            RelatednessMethod.MinimumConditional => together / Math.Max(counts.Ubiquity[i], counts.Ubiquity[j]),
            _ => together / (((si / t * (sj / (t - si))) + (sj / t * (si / (t - sj)))) * (t / 2)),
        };
    }
}
