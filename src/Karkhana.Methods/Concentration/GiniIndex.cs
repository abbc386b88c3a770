using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Concentration;

/// <summary>The Gini index of a list of values, each counting alike.</summary>
public static class GiniIndex
{
    /// <summary>Gives 2 / (n² mean) · Σ rank (x − mean).</summary>
    /// <remarks>Cost: n log n. Source: Gini 1912, Variabilità e mutabilità, in the form of ranks.</remarks>
    /// <param name="values">The values, zero or greater.</param>
    /// <returns>From 0, all equal, towards 1; NaN when there is no value or all are 0.</returns>
    public static double Of(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double mean = Sums.Mean(sorted);
        double sum = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            sum += (i + 1) * (sorted[i] - mean);
        }

        return 2 * sum / ((double)sorted.Length * sorted.Length * mean);
    }
}
