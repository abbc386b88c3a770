using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Agglomeration;

/// <summary>The place in the middle: the one with the least sum of distances to all others.</summary>
internal static class Medoid
{
    /// <summary>Finds it; of equal ones the first.</summary>
    /// <remarks>
    /// Exact: a place whose sum must exceed the least one so far, by the triangle inequality from those already added up, is
    /// passed over. About √n sums of n distances. Source: Newling and Fleuret 2017, AISTATS 54:185-193.
    /// </remarks>
    /// <returns>Its position, and the median distance to it.</returns>
    public static (int Position, double MedianDistance) Of(double[] x, double[] y)
    {
        (double middleX, double middleY) = (Sums.Mean(x), Sums.Mean(y));
        int[] order = [.. Enumerable.Range(0, x.Length).OrderBy(i => Distance(x[i] - middleX, y[i] - middleY)).ThenBy(i => i)];
        double[] bounds = new double[x.Length];
        double[] distances = new double[x.Length];
        double least = double.PositiveInfinity;
        int best = 0;
        foreach (int candidate in order)
        {
            if (bounds[candidate] > least)
            {
                continue;
            }

            double sum = Distances(candidate, x, y, distances);
            if (sum < least || (sum == least && candidate < best))
            {
                (least, best) = (sum, candidate);
            }

            for (int i = 0; i < bounds.Length; i++)
            {
                bounds[i] = Math.Max(bounds[i], Math.Abs(sum - (x.Length * distances[i])) * (1 - 1e-12));
            }
        }

        Distances(best, x, y, distances);
        return (best, Quantiles.Median(distances));
    }

    private static double Distances(int from, double[] x, double[] y, double[] distances)
    {
        for (int i = 0; i < distances.Length; i++)
        {
            distances[i] = Distance(x[i] - x[from], y[i] - y[from]);
        }

        return Sums.Sum(distances);
    }

    private static double Distance(double dx, double dy) => Math.Sqrt((dx * dx) + (dy * dy));
}
