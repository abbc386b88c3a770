namespace Karkhana.Core.Kernels;

/// <summary>Ranks of values, ties sharing the mean of their ranks.</summary>
public static class Ranks
{
    /// <summary>Gives the ranks from 1; missing values have none.</summary>
    /// <remarks>Cost: n log n.</remarks>
    /// <param name="values">The values; NaN is missing.</param>
    /// <returns>One rank per value, NaN where missing.</returns>
    public static double[] Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] order = [.. Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i])).OrderBy(i => values[i]).ThenBy(i => i)];
        double[] ranks = new double[values.Count];
        Array.Fill(ranks, double.NaN);
        for (int first = 0; first < order.Length;)
        {
            int end = first + 1;
            while (end < order.Length && values[order[end]] == values[order[first]])
            {
                end++;
            }

            for (int i = first; i < end; i++)
            {
                ranks[order[i]] = (first + 1 + end) / 2.0;
            }

            first = end;
        }

        return ranks;
    }

    /// <summary>Brings values to [0, 1] by rank: (rank − ½)/n.</summary>
    /// <param name="values">The values; NaN is missing.</param>
    /// <returns>One value per value, NaN where missing; ½ for all when all are equal.</returns>
    public static double[] Normalise(IReadOnlyList<double> values)
    {
        double[] ranks = Of(values);
        int known = ranks.Count(rank => !double.IsNaN(rank));
        return [.. ranks.Select(rank => (rank - 0.5) / known)];
    }
}
