namespace Karkhana.Methods.Psychometrics;

/// <summary>The relatedness of what a firm holds: to all the rest, and along its strongest links.</summary>
internal static class SpanningTree
{
    /// <summary>Gives the weighted mean relatedness along the maximum spanning tree, and of all pairs.</summary>
    /// <remarks>
    /// Prim's algorithm from the first competence; of links that are equally strong the one that is found first stays.
    /// Cost: the squared number of competences.
    /// </remarks>
    /// <returns>NaN for both with fewer than two competences.</returns>
    public static (double AlongTree, double Average) Coherence(
        ReadOnlySpan<int> held, ReadOnlySpan<double> weights, double[] relatedness, int competences)
    {
        int count = held.Length;
        if (count < 2)
        {
            return (double.NaN, double.NaN);
        }

        double[] treeSums = new double[count];
        double[] treeWeights = new double[count];
        double[] best = new double[count];
        int[] parent = new int[count];
        bool[] joined = new bool[count];
        joined[0] = true;
        for (int i = 1; i < count; i++)
        {
            best[i] = relatedness[(held[0] * competences) + held[i]];
        }

        for (int step = 1; step < count; step++)
        {
            int next = Next(best, joined);
            int other = parent[next];
            joined[next] = true;
            treeSums[next] += best[next] * weights[other];
            treeWeights[next] += weights[other];
            treeSums[other] += best[next] * weights[next];
            treeWeights[other] += weights[next];
            for (int i = 0; i < count; i++)
            {
                double link = relatedness[(held[next] * competences) + held[i]];
                if (!joined[i] && link > best[i])
                {
                    (best[i], parent[i]) = (link, next);
                }
            }
        }

        return (WeightedMean(treeSums, treeWeights, weights), Average(held, weights, relatedness, competences));
    }

    private static int Next(double[] best, bool[] joined)
    {
        int next = -1;
        for (int i = 0; i < best.Length; i++)
        {
            if (!joined[i] && (next < 0 || best[i] > best[next]))
            {
                next = i;
            }
        }

        return next;
    }

    private static double WeightedMean(double[] sums, double[] divisors, ReadOnlySpan<double> weights)
    {
        (double sum, double total) = (0, 0);
        for (int i = 0; i < sums.Length; i++)
        {
            sum += weights[i] * (sums[i] / divisors[i]);
            total += weights[i];
        }

        return sum / total;
    }

    private static double Average(ReadOnlySpan<int> held, ReadOnlySpan<double> weights, double[] relatedness, int competences)
    {
        double[] sums = new double[held.Length];
        double[] divisors = new double[held.Length];
        for (int i = 0; i < held.Length; i++)
        {
            for (int j = 0; j < held.Length; j++)
            {
                if (i != j)
                {
                    sums[i] += relatedness[(held[i] * competences) + held[j]] * weights[j];
                    divisors[i] += weights[j];
                }
            }
        }

        return WeightedMean(sums, divisors, weights);
    }
}
